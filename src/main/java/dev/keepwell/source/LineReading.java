package dev.keepwell.source;

import dev.keepwell.source.Preparations.Place;
import dev.keepwell.source.file.Entry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads some lines of a file again, to show somebody what stands there.
final class LineReading {

    private final Route.Input input;
    private final Map<Place, Map<String, String>> found = new HashMap<>();

    LineReading(Route.Input input) {
        this.input = input;
    }

    Map<Place, Map<String, String>> of(Collection<Place> places) {
        var lines = new HashSet<Long>();
        for (var it : places) {
            if (it.file().equals(input.data().name())) {
                lines.add(it.line());
            }
        }
        if (!lines.isEmpty()) {
            read(lines);
        }
        return found;
    }

    private void read(Set<Long> lines) {
        try (var rows = input.data().open()) {
            for (var it = rows.read(); it != null && !lines.isEmpty(); it = rows.read()) {
                if (it instanceof Entry.Fields fields && lines.remove(fields.line())) {
                    var values =
                            input.corrections()
                                    .mended(fields.line(), rows.columns(), fields.values());
                    found.put(
                            new Place(input.data().name(), fields.line()),
                            byColumn(rows.columns(), values));
                }
            }
        }
    }

    private static Map<String, String> byColumn(List<String> columns, List<String> values) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), values.get(i));
        }
        return cells;
    }
}
