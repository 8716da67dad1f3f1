package dev.keepwell.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes room in a home without losing anything: the folder as it is gets another name beside it,
/// and an empty one takes its place.
record SettingAside(Home home) {

    /// Refused while a server runs on the home. What a killed one left running is stopped first: it
    /// would go on writing under the other name.
    Path run() throws IOException {
        var folder = home.path().toRealPath();
        try (var _ = HomeLock.take(home)) {
            var postgres = folder.resolve("postgres");
            var data = postgres.resolve("data");
            if (Files.isDirectory(data)) {
                var programs = new Programs(Binaries.unpack(postgres), postgres.resolve("log"));
                new Orphans(data, programs).stop();
            }
            var aside = freeNameBeside(folder);
            Files.move(folder, aside);
            Files.createDirectory(folder, Home.OWNER_ONLY);
            return aside;
        }
    }

    private static Path freeNameBeside(Path folder) {
        for (int number = 1; ; number++) {
            var name = folder.resolveSibling("%s-%d".formatted(folder.getFileName(), number));
            if (!Files.exists(name)) {
                return name;
            }
        }
    }
}
