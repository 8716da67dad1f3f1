package dev.keepwell.source.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A file with one JSON object a line.
///
/// Its columns are the keys of its first hundred thousand objects, for systems leave out keys that
/// have no value. An object with a key that comes later still is set aside and never cut down.
final class JsonRows implements Rows {

    private static final int LOOKED_AT = 100_000;
    private static final char REPLACEMENT = '\uFFFD';

    private final Lines lines;
    private final DataFile file;
    private final List<String> columns;
    private final Set<String> known;

    JsonRows(DataFile file) {
        this.file = file;
        known = keys(file);
        columns = List.copyOf(known);
        lines = Lines.of(file.path(), file.layout().encoding());
    }

    private static Set<String> keys(DataFile file) {
        var keys = new LinkedHashSet<String>();
        try (var lines = Lines.of(file.path(), file.layout().encoding())) {
            for (int i = 0; i < LOOKED_AT && keys.size() <= COLUMNS_MAX; i++) {
                var line = lines.read();
                if (line == null) {
                    break;
                }
                keys.addAll(keysOf(line));
                if (i == 0 && line.stripLeading().startsWith("[")) {
                    throw file.refusalAt(
                            1,
                            "not_json_lines",
                            "The file is one JSON array. Write one object a line, without commas.");
                }
            }
        }
        if (keys.isEmpty()) {
            throw file.refusal("no_rows", "No line of the file is a JSON object. Add one.");
        }
        if (keys.size() > COLUMNS_MAX) {
            throw file.refusal(
                    "too_many_columns",
                    "A file has at most %,d columns. Leave keys out.".formatted(COLUMNS_MAX));
        }
        return keys;
    }

    private static Set<String> keysOf(String line) {
        try {
            return line.isBlank() ? Set.of() : JsonLine.read(line).keySet();
        } catch (JacksonException | JsonLine.Unfit e) {
            // It is set aside when its turn comes.
            return Set.of();
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Entry read() {
        var line = lines.read();
        while (line != null && line.isBlank()) {
            line = lines.read();
        }
        return line == null ? null : entry(line);
    }

    private Entry entry(String line) {
        if (line.length() > Lines.LONGEST) {
            return broken("line_too_long", "A record has at most a million characters.", line);
        }
        if (line.indexOf(REPLACEMENT) >= 0) {
            return broken(
                    "not_utf8",
                    "The line holds bytes that are not UTF-8, or the sign U+FFFD for some.",
                    line);
        }
        try {
            return fields(line, JsonLine.read(line));
        } catch (JacksonException e) {
            return broken("malformed_json", "The line is no JSON object.", line);
        } catch (JsonLine.Unfit e) {
            return broken(e.reason(), e.detail(), line);
        }
    }

    private Entry fields(String line, Map<String, JsonLine.Value> object) {
        for (var it : object.entrySet()) {
            if (!known.contains(it.getKey())) {
                return broken(
                        "unknown_key",
                        "The key '%s' is in none of the first %,d lines."
                                .formatted(it.getKey(), LOOKED_AT),
                        line);
            }
            if (it.getValue().text().length() > FIELD_CHARS_MAX) {
                return broken("field_too_long", "A field has at most 65,536 characters.", line);
            }
            if (it.getValue().text().indexOf('\0') >= 0) {
                return broken("control_character", "The line holds a character of code 0.", line);
            }
        }
        var values = new ArrayList<String>(columns.size());
        for (var column : columns) {
            var value = object.get(column);
            values.add(value == null ? "" : value.under(file.layout()));
        }
        return new Entry.Fields(lines.number(), values, line);
    }

    private Entry broken(String reason, String detail, String line) {
        return new Entry.Broken(lines.number(), reason, detail, Kept.text(line));
    }

    @Override
    public void close() {
        lines.close();
    }
}
