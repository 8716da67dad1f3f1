package dev.keepwell.source.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file is written in, as the end of its name says.
public enum Format {
    /// Text with a delimiter, which need not be a comma.
    CSV,
    JSON_LINES,
    PARQUET,
    XLSX;

    private List<String> endings() {
        return switch (this) {
            case CSV -> List.of(".csv", ".tsv", ".txt");
            case JSON_LINES -> List.of(".jsonl", ".ndjson");
            case PARQUET -> List.of(".parquet");
            case XLSX -> List.of(".xlsx");
        };
    }

    /// Empty where the file is none that can be read.
    public static Optional<Format> of(String fileName) {
        return Arrays.stream(values()).filter(it -> it.ending(fileName).isPresent()).findFirst();
    }

    /// `account` for `account.csv`.
    public static String stem(String fileName) {
        return of(fileName)
                .flatMap(it -> it.ending(fileName))
                .map(it -> fileName.substring(0, fileName.length() - it.length()))
                .orElse(fileName);
    }

    /// Every ending that is read.
    public static List<String> allEndings() {
        return Arrays.stream(values()).flatMap(it -> it.endings().stream()).toList();
    }

    /// As it is written in a mapping: `json_lines`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> ending(String fileName) {
        var lower = fileName.toLowerCase(Locale.ROOT);
        return endings().stream().filter(lower::endsWith).findFirst();
    }
}
