package dev.keepwell.screen.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Says that a home holds a sample company: of which moment and seed, and whether it is all there.
/// Without the moment it is still being made, or was cut off.
record SampleMark(@Nullable String now, long seed) {

    private static final String NAME = "sample.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// There whole or not at all.
    void write(Path home) {
        try {
            var draft = home.resolve(NAME + ".draft");
            Files.write(draft, JSON.writeValueAsBytes(this));
            Files.move(
                    draft,
                    home.resolve(NAME),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<SampleMark> read(Path home) {
        var file = home.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), SampleMark.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new Stop(
                    Exit.CONFIGURATION,
                    "The file %s cannot be read. Choose another KEEPWELL_HOME.".formatted(file));
        }
    }
}
