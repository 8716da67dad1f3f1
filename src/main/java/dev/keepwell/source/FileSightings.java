package dev.keepwell.source;

import dev.keepwell.source.Mapping.Origin;
import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.file.Entry;
import dev.keepwell.source.file.Layout;
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

    /// A cell means something else than it would be taken for.
    private static final class Misread extends RuntimeException {

        private final String column;

        Misread(String column, String detail) {
            super(detail, null, false, false);
            this.column = column;
        }
    }

    private final WideRows file;
    private final Corrections corrections;
    private final List<Branch> branches = new ArrayList<>();
    private @Nullable Entry next;

    FileSightings(Route.FromFile route) {
        file = new WideRows(route.input().data(), route.file().joins(), route.folder());
        corrections = route.input().corrections();
        var columns = route.target().columns();
        var derived = new DerivedValues(file);
        for (var it : route.target().cases()) {
            var values = new ArrayList<Function<List<String>, String>>();
            for (var column : columns) {
                var rule = it.columns().get(column);
                var kind = route.kinds().getOrDefault(column, Vocabulary.Kind.OTHER);
                values.add(rule == null ? _ -> "" : plain(column, kind, rule, derived.of(rule)));
            }
            branches.add(new Branch(file.all(it.conditions()), values));
        }
        next = file.read();
    }

    /// Numbers and days as everybody here writes them; texts as they stand, and what the mapping
    /// brings into a form as it is then.
    private Function<List<String>, String> plain(
            String column, Vocabulary.Kind kind, Rule rule, Function<List<String>, String> value) {
        if (!rule.forms().isEmpty() || rule.origin() instanceof Origin.Constant) {
            return value;
        }
        var layout = file.layout(file.header().place(rule.origin().columns().getFirst()));
        return switch (kind) {
            case OTHER -> value;
            case DAY, INSTANT ->
                    row -> {
                        var text = value.apply(row);
                        return text.isEmpty() ? text : layout.moment(text);
                    };
            case NUMBER ->
                    row -> {
                        var text = value.apply(row);
                        return text.isEmpty() ? text : number(column, layout, text);
                    };
        };
    }

    private static String number(String column, Layout layout, String text) {
        return layout.number(text)
                .orElseThrow(() ->
                        new Misread(
                                column,
                                "The decimal sign of this file is a %s, but '%s' has the other."
                                        .formatted(layout.toMap().get("decimal"), text)));
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
            case Entry.Broken it ->
                    new Sighting.Unreadable(it.line(), it.reason(), it.detail(), it.original());
            case Entry.Fields it -> row(it);
        };
    }

    private Sighting row(Entry.Fields fields) {
        if (corrections.leavesOut(fields.line())) {
            return new Sighting.LeftOut(fields.line());
        }
        var input = file.widen(corrections, fields);
        for (var branch : branches) {
            if (branch.counts.test(input)) {
                return row(fields, branch, input);
            }
        }
        return new Sighting.LeftOut(fields.line());
    }

    private static Sighting row(Entry.Fields fields, Branch branch, List<String> input) {
        var values = new ArrayList<String>(branch.values.size());
        try {
            branch.values.forEach(it -> values.add(it.apply(input)));
        } catch (Misread e) {
            return new Sighting.Unreadable(
                    fields.line(),
                    "decimal_sign",
                    String.valueOf(e.getMessage()),
                    fields.original(),
                    e.column);
        }
        return new Sighting.Row(fields.line(), values, fields.original());
    }

    @Override
    public void close() {
        file.close();
    }
}
