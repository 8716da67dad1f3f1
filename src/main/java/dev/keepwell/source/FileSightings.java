package dev.keepwell.source;

import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.file.Entry;
import dev.keepwell.source.file.Layout;
import dev.keepwell.source.file.Rows;
import java.util.ArrayList;
import java.util.Collections;
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

    /// A value and how the file that it stands in writes such values.
    private record Pick(int column, Rule rule, Vocabulary.Kind kind, Layout layout) {}

    /// A cell means something else than it would be taken for.
    private static final class Misread extends RuntimeException {

        Misread(String detail) {
            super(detail, null, false, false);
        }
    }

    private final Rows rows;
    private final List<Lookup> lookups = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private @Nullable Entry next;

    FileSightings(Route.FromFile route) {
        rows = route.data().open();
        var columns = new ArrayList<>(rows.columns());
        var layouts = new ArrayList<>(Collections.nCopies(columns.size(), route.data().layout()));
        for (var join : route.file().joins()) {
            var other = Objects.requireNonNull(route.staged().get(join.file()));
            lookups.add(
                    new Lookup(columns.indexOf(join.keyHere().text()), new JoinIndex(join, other)));
            columns.addAll(join.taken().keySet());
            layouts.addAll(Collections.nCopies(join.taken().size(), other.layout()));
        }
        for (var condition : route.target().conditions()) {
            filters.add(
                    new Filter(
                            columns.indexOf(condition.column().text()),
                            new HashSet<>(condition.oneOf())));
        }
        route.target()
                .columns()
                .forEach((to, rule) -> {
                    int column =
                            switch (rule) {
                                case Rule.Column it -> columns.indexOf(it.name().text());
                                case Rule.Constant _ -> -1;
                            };
                    var layout = column < 0 ? route.data().layout() : layouts.get(column);
                    var kind = route.kinds().getOrDefault(to, Vocabulary.Kind.OTHER);
                    picks.add(new Pick(column, rule, kind, layout));
                });
        next = rows.read();
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
        next = rows.read();
        return switch (entry) {
            case Entry.Broken it ->
                    new Sighting.Unreadable(it.line(), it.reason(), it.detail(), it.original());
            case Entry.Fields it -> row(it);
        };
    }

    private Sighting row(Entry.Fields fields) {
        var input = fields.values();
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
        try {
            for (var pick : picks) {
                values.add(value(pick, input));
            }
        } catch (Misread e) {
            return new Sighting.Unreadable(
                    fields.line(),
                    "decimal_sign",
                    String.valueOf(e.getMessage()),
                    fields.original());
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
                yield named.isEmpty()
                        ? named
                        : form == null ? plain(pick, named) : form.toIso(named);
            }
        };
    }

    /// Numbers and days as everybody here writes them; texts as they stand.
    private static String plain(Pick pick, String text) {
        return switch (pick.kind) {
            case OTHER -> text;
            case DAY, INSTANT -> pick.layout.moment(text);
            case NUMBER ->
                    pick.layout
                            .number(text)
                            .orElseThrow(() ->
                                    new Misread(
                                            "The decimal sign of this file is a %s, but '%s' has"
                                                            .formatted(
                                                                    pick.layout
                                                                            .toMap()
                                                                            .get("decimal"),
                                                                    text)
                                                    + " the other."));
        };
    }

    @Override
    public void close() {
        rows.close();
    }
}
