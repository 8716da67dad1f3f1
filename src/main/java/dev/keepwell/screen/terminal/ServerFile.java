package dev.keepwell.screen.terminal;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a running server leaves in its home so that commands find it: where it is, which process
/// and run it is, and the token of its operator. Only its owner may read it.
record ServerFile(String url, long pid, String instance, String token) {

    private static final String NAME = "server.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// There whole or not at all: a command may look at any moment.
    void write(Path home) {
        try {
            var ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(home, NAME, ".draft", ownerOnly);
            Files.write(draft, JSON.writeValueAsBytes(this));
            Files.move(draft, home.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes the file, unless another server has put its own there meanwhile.
    void delete(Path home) {
        if (read(home).filter(this::equals).isPresent()) {
            try {
                Files.deleteIfExists(home.resolve(NAME));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A file that cannot be understood is as good as none: the next server replaces it.
    static Optional<ServerFile> read(Path home) {
        var file = home.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Optional.ofNullable(parsed(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw Refusal.configuration(
                    "server_file",
                    ("%s cannot be read. It belongs to the user who runs the server; work as"
                                    + " that user.")
                            .formatted(file));
        }
    }

    private static @Nullable ServerFile parsed(String text) {
        try {
            return JSON.readValue(text, ServerFile.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    boolean isProcessAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
