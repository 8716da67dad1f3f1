package dev.keepwell.source.file;

import dev.keepwell.kernel.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file that is there, the name it was sent under, and how it is written.
public record DataFile(String name, Path path, Layout layout) {

    public Rows open() {
        return switch (layout.format()) {
            case CSV -> new CsvRows(this);
            case JSON_LINES -> new JsonRows(this);
            case PARQUET -> new ParquetRows(this);
            case XLSX -> new SheetRows(this);
        };
    }

    public List<String> columns() {
        try (var rows = open()) {
            return rows.columns();
        }
    }

    /// The first so many records, to be shown.
    public List<Entry> first(int count) {
        var first = new ArrayList<Entry>();
        try (var rows = open()) {
            while (first.size() < count) {
                var entry = rows.read();
                if (entry == null) {
                    break;
                }
                first.add(entry);
            }
        }
        return first;
    }

    DataFile under(Layout other) {
        return new DataFile(name, path, other);
    }

    Refusal refusalAt(long line, String code, String sentences) {
        return Refusal.invalid(code, "%s:%d  %s".formatted(name, line, sentences));
    }

    Refusal refusal(String code, String sentences) {
        return Refusal.invalid(code, "%s  %s".formatted(name, sentences));
    }
}
