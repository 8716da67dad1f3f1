package dev.keepwell.source;

import java.nio.file.Path;

/// A file that was uploaded for an import and waits on disk.
record StagedFile(String name, Path path, String sha256) {

    boolean isCsv() {
        return isCsv(name);
    }

    static boolean isCsv(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
    }

    /// `account` for `account.csv`.
    String stem() {
        return stem(name);
    }

    static String stem(String name) {
        return name.substring(0, name.length() - ".csv".length());
    }
}
