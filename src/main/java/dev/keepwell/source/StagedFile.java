package dev.keepwell.source;

import dev.keepwell.source.file.Format;
import java.nio.file.Path;

/// A file that was uploaded for an import and waits on disk.
record StagedFile(String name, Path path, String sha256) {

    boolean isReadable() {
        return Format.of(name).isPresent();
    }

    /// `account` for `account.csv`.
    String stem() {
        return Format.stem(name);
    }

    /// A text named after no table may be anything, such as a note to whoever reads the folder.
    static boolean isPlainText(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".txt");
    }
}
