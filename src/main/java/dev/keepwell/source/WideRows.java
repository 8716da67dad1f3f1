package dev.keepwell.source;

import dev.keepwell.source.Mapping.Condition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of a file, each with the columns that its joins add.
final class WideRows implements AutoCloseable {

    private record Lookup(Mapping.Join join, int[] keys, JoinIndex index) {}

    private final CsvFile csv;
    private final List<Lookup> lookups = new ArrayList<>();
    private Columns header;

    WideRows(String name, Path path, List<Mapping.Join> joins, Folder folder) {
        csv = new CsvFile(name, path);
        header = new Columns(csv.columns(), folder.lenient());
        for (var join : joins) {
            var keys = join.keys().stream().mapToInt(it -> header.place(it.here())).toArray();
            lookups.add(new Lookup(join, keys, new JoinIndex(join, folder)));
            header = header.and(join.taken().keySet());
        }
    }

    Columns header() {
        return header;
    }

    CsvFile.@Nullable Entry read() {
        return csv.read();
    }

    List<String> widen(Corrections corrections, CsvFile.Entry.Fields fields) {
        var values = corrections.mended(fields.line(), csv.columns(), fields.values());
        if (lookups.isEmpty()) {
            return values;
        }
        var row = new ArrayList<>(values);
        for (var lookup : lookups) {
            row.addAll(lookup.index.of(lookup.join.key(row, lookup.keys)));
        }
        return row;
    }

    /// A column that is not there is empty.
    static String at(List<String> row, int place) {
        return place == Columns.NOWHERE ? "" : row.get(place).strip();
    }

    Predicate<List<String>> all(List<Condition> conditions) {
        Predicate<List<String>> all = _ -> true;
        for (var condition : conditions) {
            int place = header.place(condition.column());
            all = all.and(row -> condition.test().test(at(row, place)));
        }
        return all;
    }

    @Override
    public void close() {
        csv.close();
    }
}
