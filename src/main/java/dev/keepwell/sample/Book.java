package dev.keepwell.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files of the sample company while they are written. Every table is there, if only with its
/// header: a file without rows says that there was nothing, and a missing one says nothing.
final class Book implements AutoCloseable {

    private final Map<Table, CsvWriter> files = new EnumMap<>(Table.class);
    private final Map<Table, Integer> rows = new EnumMap<>(Table.class);

    Book(Path folder) {
        try {
            Files.createDirectories(folder);
            for (var table : Table.values()) {
                var file = CsvWriter.builder().build(folder.resolve(table.file()));
                file.writeRecord(table.columns());
                files.put(table, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One row, in the order of the table's columns.
    void add(Table table, @Nullable Object... cells) {
        if (cells.length != table.width()) {
            throw new IllegalArgumentException(
                    "%s has %d columns, but got %d cells."
                            .formatted(table, table.width(), cells.length));
        }
        var texts = new ArrayList<String>(cells.length);
        for (var cell : cells) {
            texts.add(cell == null ? "" : cell.toString());
        }
        var file = files.get(table);
        if (file != null) {
            file.writeRecord(texts);
            rows.merge(table, 1, Integer::sum);
        }
    }

    /// How many rows each table has so far.
    Map<Table, Integer> rows() {
        return Collections.unmodifiableMap(rows);
    }

    @Override
    public void close() {
        try {
            for (var file : files.values()) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
