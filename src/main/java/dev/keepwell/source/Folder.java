package dev.keepwell.source;

import dev.keepwell.source.file.DataFile;
import java.util.Map;
import java.util.Optional;

/// The files of an import, by the names that the mapping gives them.
record Folder(Map<String, DataFile> files, boolean lenient) {

    Optional<DataFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    Columns header(DataFile file) {
        return new Columns(file.columns(), lenient);
    }
}
