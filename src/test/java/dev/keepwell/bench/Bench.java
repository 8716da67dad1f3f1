package dev.keepwell.bench;

import java.nio.file.Path;

/// Measures what Keepwell promises about its speed. `./keepwell bench` runs it.
public final class Bench {

    private Bench() {}

    public static void main(String... words) {
        var size = new Size(Long.parseLong(words[1]), Integer.parseInt(words[2]), 1);
        try (var town = Town.open(Path.of(words[0]), size, "1GB")) {
            System.out.println(town.home());
        }
    }
}
