package dev.keepwell.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Takes away everything that a home keeps, with what a killed server left running in it.
record Emptying(Home home) {

    /// Refused while a server runs on the home.
    void run() throws IOException {
        try (var _ = HomeLock.take(home)) {
            var postgres = home.path().resolve("postgres");
            var data = postgres.resolve("data");
            if (Files.isDirectory(data)) {
                var programs = new Programs(Binaries.unpack(postgres), postgres.resolve("log"));
                new Orphans(data, programs).stop();
            }
            try (var files = Files.walk(home.path())) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    delete(file);
                }
            }
        }
    }

    private void delete(Path file) throws IOException {
        if (!file.equals(home.path()) && !home.isMark(file)) {
            Files.delete(file);
        }
    }
}
