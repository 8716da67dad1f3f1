package dev.keepwell.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Files of the catalogue that travel inside the program.
final class Packaged {

    static final String DEFAULT_MODEL = "/catalog/models/default.yaml";

    private Packaged() {}

    static String text(String path) {
        try (var stream = Packaged.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The program was packaged without " + path + ".");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
