package dev.keepwell.source;

import dev.keepwell.source.Mapping.Condition;
import dev.keepwell.source.file.DataFile;
import dev.keepwell.source.file.Entry;
import dev.keepwell.source.file.Layout;
import dev.keepwell.source.file.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rows of a file, each with the columns that its joins add.
final class WideRows implements AutoCloseable {

    private final Rows rows;

    /// What each join adds to a row as it is so far.
    private final List<UnaryOperator<List<String>>> lookups = new ArrayList<>();

    private final List<Layout> layouts = new ArrayList<>();
    private Columns header;

    WideRows(DataFile data, List<Mapping.Join> joins, Folder folder) {
        rows = data.open();
        header = new Columns(rows.columns(), folder.lenient());
        layouts.addAll(Collections.nCopies(rows.columns().size(), data.layout()));
        for (var join : joins) {
            var keys = join.keys().stream().mapToInt(it -> header.place(it.here())).toArray();
            var index = new JoinIndex(join, folder);
            lookups.add(row -> index.of(join.key(row, keys)));
            header = header.and(join.taken().keySet());
            var layout = folder.find(join.file()).orElse(data).layout();
            layouts.addAll(Collections.nCopies(join.taken().size(), layout));
        }
    }

    Columns header() {
        return header;
    }

    /// How the file writes its values in which a column stands.
    Layout layout(int place) {
        return layouts.get(Math.max(0, place));
    }

    @Nullable Entry read() {
        return rows.read();
    }

    List<String> widen(Corrections corrections, Entry.Fields fields) {
        var values = corrections.mended(fields.line(), rows.columns(), fields.values());
        if (lookups.isEmpty()) {
            return values;
        }
        var row = new ArrayList<>(values);
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
        rows.close();
    }
}
