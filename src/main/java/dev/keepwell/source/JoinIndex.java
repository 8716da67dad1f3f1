package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.file.DataFile;
import dev.keepwell.source.file.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What another file says about each of its keys. Of several rows with one key the first counts,
/// unless the join chooses otherwise.
final class JoinIndex {

    /// Beyond this the index would crowd out the rest of a 256 MB heap.
    private static final int KEYS_MAX = 1_000_000;

    private record Found(String rank, List<String> values) {}

    private final Mapping.Join join;
    private final Map<String, Found> rows = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private final List<String> nothing;

    JoinIndex(Mapping.Join join, Folder folder) {
        this.join = join;
        nothing = Collections.nCopies(join.taken().size(), "");
        folder.find(join.file()).ifPresent(it -> fill(it, folder));
        shared.clear();
    }

    private void fill(DataFile data, Folder folder) {
        try (var file = new WideRows(data, join.joins(), folder)) {
            var header = file.header();
            var keys = join.keys().stream().mapToInt(it -> header.place(it.there())).toArray();
            var taken = join.taken().values().stream().mapToInt(header::place).toArray();
            var choice = join.choice();
            int rank = choice == null ? Columns.NOWHERE : header.place(choice.column());
            var counts = file.all(join.conditions());
            for (var entry = file.read(); entry != null; entry = file.read()) {
                if (entry instanceof Entry.Fields fields) {
                    var row = file.widen(Corrections.NONE, fields);
                    if (counts.test(row)) {
                        keep(
                                join.key(row, keys),
                                new Found(WideRows.at(row, rank), values(row, taken)));
                    }
                }
                if (rows.size() > KEYS_MAX) {
                    throw tooMany();
                }
            }
        }
    }

    private List<String> values(List<String> row, int[] taken) {
        var values = new ArrayList<String>(taken.length);
        for (int place : taken) {
            values.add(shared.computeIfAbsent(WideRows.at(row, place), it -> it));
        }
        return values;
    }

    private void keep(String key, Found found) {
        rows.merge(key, found, (old, late) -> isBetter(late.rank, old.rank) ? late : old);
    }

    private boolean isBetter(String rank, String than) {
        var choice = join.choice();
        if (choice == null || rank.isEmpty()) {
            return false;
        }
        int order = rank.compareTo(than);
        return than.isEmpty() || (choice.greatest() ? order > 0 : order < 0);
    }

    /// An empty key names nothing.
    List<String> of(String key) {
        var found = key.isEmpty() ? null : rows.get(key);
        return found == null ? nothing : found.values;
    }

    private Refusal tooMany() {
        return join.place()
                .refusal(
                        ("A join looks keys up among at most %,d, but %s has more."
                                        + " Join the files before the import.")
                                .formatted(KEYS_MAX, join.file()));
    }
}
