package dev.keepwell.source.file;

import java.util.List;
import java.util.stream.Collectors;

/// What is kept of a record that was set aside.
final class Kept {

    private Kept() {}

    /// PostgreSQL cannot store the character of code 0; the sign for it can stand in.
    static String text(String original) {
        var kept = original.substring(0, Math.min(original.length(), Rows.FIELD_CHARS_MAX));
        return kept.replace('\0', '\u2400');
    }

    /// The values as a line of CSV, for records that were never text.
    static String line(List<String> values) {
        return values.stream().map(Kept::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        boolean plain =
                value.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
