package dev.keepwell.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Data that others made, which is not ours to keep: a test without it is skipped.
public final class SharedData {

    private static final Path ROOT =
            Path.of(System.getProperty("shared.data", Path.of("..", "shared", "data").toString()));

    private SharedData() {}

    /// A folder of it, such as `exports/stripe`.
    public static Path folder(String name) {
        var folder = ROOT.resolve(name);
        assumeTrue(Files.isDirectory(folder), folder + " is not here.");
        return folder;
    }
}
