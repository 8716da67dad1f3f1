package dev.keepwell.source;

import dev.keepwell.source.Preparations.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads some lines of staged files again, to show somebody what stands there.
final class LineReading {

    private final Collection<StagedFile> files;
    private final Map<String, Corrections> corrections;

    LineReading(Collection<StagedFile> files, Map<String, Corrections> corrections) {
        this.files = files;
        this.corrections = corrections;
    }

    Map<Place, Map<String, String>> of(Collection<Place> places) {
        var found = new HashMap<Place, Map<String, String>>();
        for (var file : files) {
            var lines = new HashSet<Long>();
            for (var it : places) {
                if (it.file().equals(file.name())) {
                    lines.add(it.line());
                }
            }
            if (!lines.isEmpty()) {
                read(file, lines, found);
            }
        }
        return found;
    }

    private void read(StagedFile file, Set<Long> lines, Map<Place, Map<String, String>> found) {
        var mended = corrections.getOrDefault(file.name(), Corrections.NONE);
        try (var csv = new CsvFile(file.name(), file.path())) {
            for (var it = csv.read(); it != null && !lines.isEmpty(); it = csv.read()) {
                if (it instanceof CsvFile.Entry.Fields fields && lines.remove(fields.line())) {
                    var values = mended.mended(fields.line(), csv.columns(), fields.values());
                    found.put(
                            new Place(file.name(), fields.line()),
                            byColumn(csv.columns(), values));
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
