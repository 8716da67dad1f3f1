package dev.keepwell.metric;

import dev.keepwell.kernel.Keys;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a worked example gives: facts, the sources that are connected, and the day.
final class GivenRows {

    /// Sources are complete and news has arrived, unless an example says otherwise.
    static final LocalDate ALWAYS = LocalDate.of(2100, 1, 1);

    private GivenRows() {}

    static Facts open(
            Keys example, List<Span> spans, List<List<String>> sources, Conventions conventions) {
        var days = new TreeSet<LocalDate>();
        spans.forEach(it -> days.addAll(it.needed()));
        var given = new LinkedHashMap<String, String>();
        var tables = Keys.of(example.text("name"), example.find("given").orElseThrow());
        tables.names().forEach(table -> given.put(table, tables.text(table)));
        return GivenFacts.open(feeds(example, sources), days, given, conventions);
    }

    private static List<Feed> feeds(Keys example, List<List<String>> sources) {
        return sources.stream()
                .map(List::getFirst)
                .filter(table -> !example.words("missing").contains(table))
                .map(table -> new Feed(table, ALWAYS))
                .toList();
    }

    /// A YAML parser reads a date as an instant at midnight UTC.
    static Optional<LocalDate> day(Keys example, String key) {
        return example.find(key)
                .map(value ->
                        value instanceof Date date
                                ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC)
                                : LocalDate.parse(value.toString()));
    }
}
