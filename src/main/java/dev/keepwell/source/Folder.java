package dev.keepwell.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The files of an import, by the names that the mapping gives them.
record Folder(Map<String, Path> paths, boolean lenient) {

    Optional<Path> find(String name) {
        return Optional.ofNullable(paths.get(name));
    }

    Columns header(String name, Path path) {
        return new Columns(CsvFile.columnsOf(name, path), lenient);
    }
}
