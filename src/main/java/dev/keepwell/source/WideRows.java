package dev.keepwell.source;

import dev.keepwell.source.Mapping.Condition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rows of a file, each with the columns that its joins add.
final class WideRows implements AutoCloseable {

    private final CsvFile csv;

    /// What each join adds to a row as it is so far.
    private final List<UnaryOperator<List<String>>> lookups = new ArrayList<>();

    private Columns header;

    WideRows(String name, Path path, List<Mapping.Join> joins, Folder folder) {
        csv = new CsvFile(name, path);
        header = new Columns(csv.columns(), folder.lenient());
        for (var join : joins) {
            var keys = join.keys().stream().mapToInt(it -> header.place(it.here())).toArray();
            var index = new JoinIndex(join, folder);
            lookups.add(row -> index.of(join.key(row, keys)));
            header = header.and(join.taken().keySet());
        }
    }

    Columns header() {
        return header;
    }

    CsvFile.@Nullable Entry read() {
        return csv.read();
    }

    List<String> widen(CsvFile.Entry.Fields fields) {
        if (lookups.isEmpty()) {
            return fields.values();
        }
        var row = new ArrayList<>(fields.values());
        for (var lookup : lookups) {
            row.addAll(lookup.apply(row));
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
