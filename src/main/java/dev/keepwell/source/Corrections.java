package dev.keepwell.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a person mended in a file by hand before it is imported. The file itself stays as it came.
public record Corrections(Map<Long, Map<String, String>> byLine) {

    static final Corrections NONE = new Corrections(Map.of());

    /// The column of a correction that leaves the whole row out.
    public static final String ROW = "";

    boolean leavesOut(long line) {
        return byLine.getOrDefault(line, Map.of()).containsKey(ROW);
    }

    /// The values of a line, mended.
    List<String> mended(long line, List<String> columns, List<String> values) {
        var mended = byLine.get(line);
        if (mended == null) {
            return values;
        }
        var changed = new ArrayList<>(values);
        mended.forEach((column, value) -> {
            int place = columns.indexOf(column);
            if (place >= 0 && place < changed.size()) {
                changed.set(place, value);
            }
        });
        return changed;
    }

    Corrections and(long line, String column, String value) {
        var more = new HashMap<>(byLine);
        var ofLine = new HashMap<>(byLine.getOrDefault(line, Map.of()));
        ofLine.put(column, value);
        more.put(line, Map.copyOf(ofLine));
        return new Corrections(more);
    }
}
