package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.file.DataFile;
import dev.keepwell.source.file.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What another file says about each of its keys. The first of several rows with one key counts.
final class JoinIndex {

    /// Beyond this the index would crowd out the rest of a 256 MB heap.
    private static final int KEYS_MAX = 1_000_000;

    private final Map<String, List<String>> rows = new HashMap<>();
    private final List<String> nothing;

    JoinIndex(Mapping.Join join, DataFile file) {
        nothing = Collections.nCopies(join.taken().size(), "");
        try (var there = file.open()) {
            int key = there.columns().indexOf(join.keyThere().text());
            var taken =
                    join.taken().values().stream()
                            .mapToInt(it -> there.columns().indexOf(it.text()))
                            .toArray();
            var shared = new HashMap<String, String>();
            for (var entry = there.read(); entry != null; entry = there.read()) {
                if (entry instanceof Entry.Fields fields) {
                    var values = new ArrayList<String>(taken.length);
                    for (int column : taken) {
                        var value = fields.values().get(column);
                        values.add(shared.computeIfAbsent(value, it -> it));
                    }
                    rows.putIfAbsent(fields.values().get(key), values);
                }
                if (rows.size() > KEYS_MAX) {
                    throw tooMany(join);
                }
            }
        }
    }

    List<String> of(String key) {
        return rows.getOrDefault(key, nothing);
    }

    private static Refusal tooMany(Mapping.Join join) {
        return join.place()
                .refusal(
                        ("A join looks keys up among at most %,d, but %s has more."
                                        + " Join the files before the import.")
                                .formatted(KEYS_MAX, join.file()));
    }
}
