package dev.keepwell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of a file as its mapping tells them.
final class FileSightings implements Sightings {

    private record Branch(
            Predicate<List<String>> counts, List<Function<List<String>, String>> values) {}

    private final WideRows file;
    private final Corrections corrections;
    private final List<Branch> branches = new ArrayList<>();
    private CsvFile.@Nullable Entry next;

    FileSightings(Route.FromFile route) {
        file =
                new WideRows(
                        route.feed().file(), route.path(), route.file().joins(), route.folder());
        corrections = route.corrections();
        var columns = route.target().columns();
        var derived = new DerivedValues(file);
        for (var it : route.target().cases()) {
            var values = new ArrayList<Function<List<String>, String>>();
            for (var column : columns) {
                var rule = it.columns().get(column);
                values.add(rule == null ? _ -> "" : derived.of(rule));
            }
            branches.add(new Branch(file.all(it.conditions()), values));
        }
        next = file.read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Sighting next() {
        var entry = next;
        if (entry == null) {
            throw new NoSuchElementException();
        }
        next = file.read();
        return switch (entry) {
            case CsvFile.Entry.Broken it ->
                    new Sighting.Unreadable(it.line(), it.reason(), it.detail(), it.original());
            case CsvFile.Entry.Fields it -> row(it);
        };
    }

    private Sighting row(CsvFile.Entry.Fields fields) {
        if (corrections.leavesOut(fields.line())) {
            return new Sighting.LeftOut(fields.line());
        }
        var input = file.widen(corrections, fields);
        for (var branch : branches) {
            if (branch.counts.test(input)) {
                var values = new ArrayList<String>(branch.values.size());
                branch.values.forEach(it -> values.add(it.apply(input)));
                return new Sighting.Row(fields.line(), values, fields.original());
            }
        }
        return new Sighting.LeftOut(fields.line());
    }

    @Override
    public void close() {
        file.close();
    }
}
