package dev.keepwell.source;

import dev.keepwell.source.Mapping.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a file as its mapping tells them.
final class FileSightings implements Sightings {

    private record Lookup(int key, JoinIndex index) {}

    private record Filter(int column, Set<String> oneOf) {}

    private record Pick(int column, Rule rule) {}

    private final CsvFile csv;
    private final Corrections corrections;
    private final List<Lookup> lookups = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private CsvFile.@Nullable Entry next;

    FileSightings(Route.FromFile route) {
        csv = new CsvFile(route.feed().file(), route.path());
        corrections = route.corrections();
        var columns = new ArrayList<>(csv.columns());
        for (var join : route.file().joins()) {
            var other = Objects.requireNonNull(route.staged().get(join.file()));
            lookups.add(
                    new Lookup(columns.indexOf(join.keyHere().text()), new JoinIndex(join, other)));
            columns.addAll(join.taken().keySet());
        }
        for (var condition : route.target().conditions()) {
            filters.add(
                    new Filter(
                            columns.indexOf(condition.column().text()),
                            new HashSet<>(condition.oneOf())));
        }
        for (var rule : route.target().columns().values()) {
            int column =
                    switch (rule) {
                        case Rule.Column it -> columns.indexOf(it.name().text());
                        case Rule.Constant _ -> -1;
                    };
            picks.add(new Pick(column, rule));
        }
        next = csv.read();
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
        next = csv.read();
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
        var input = corrections.mended(fields.line(), csv.columns(), fields.values());
        if (!lookups.isEmpty()) {
            input = new ArrayList<>(input);
            for (var lookup : lookups) {
                input.addAll(lookup.index.of(input.get(lookup.key)));
            }
        }
        for (var filter : filters) {
            var value = input.get(filter.column).strip();
            if (filter.oneOf.isEmpty() ? value.isEmpty() : !filter.oneOf.contains(value)) {
                return new Sighting.LeftOut(fields.line());
            }
        }
        var values = new ArrayList<String>(picks.size());
        for (var pick : picks) {
            values.add(value(pick, input));
        }
        return new Sighting.Row(fields.line(), values, fields.original());
    }

    private static String value(Pick pick, List<String> input) {
        return switch (pick.rule) {
            case Rule.Constant(var text, _) -> text;
            case Rule.Column rule -> {
                var text = input.get(pick.column).strip();
                var named = rule.values().getOrDefault(text, text);
                var form = rule.form();
                yield form == null || named.isEmpty() ? named : form.toIso(named);
            }
        };
    }

    @Override
    public void close() {
        csv.close();
    }
}
