package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Settings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowMapper;

/// Facts in a DuckDB of their own: built on demand, each once, together with what they read.
final class DuckDbFacts implements Facts {

    private final DuckDb duck;
    private final FactFiles files;
    private final Consumer<String> origin;
    private final List<Feed> feeds;
    private final Set<String> present = new HashSet<>();
    private Settings settings = Settings.USUAL;

    /// `origin` brings a record table or lake data set, named `customer.account` or
    /// `lake.usage_event`.
    DuckDbFacts(DuckDb duck, FactFiles files, List<Feed> feeds, Consumer<String> origin) {
        this.duck = duck;
        this.files = files;
        this.feeds = feeds;
        this.origin = origin;
        List.of("fact", "customer", "lake", "ledger")
                .forEach(it -> duck.run("create schema " + it));
    }

    /// The words that queries use, and the days that must be answerable.
    DuckDbFacts prepare(Conventions conventions, SortedSet<LocalDate> days) {
        settings = conventions.settings();
        Words.of(conventions).forEach(duck::run);
        var numbers = days.stream().map(day -> List.<Object>of(day.toEpochDay())).toList();
        supply(new Relation("spine", List.of("day_number integer"), List.copyOf(numbers)));
        return this;
    }

    @Override
    public void need(Collection<String> facts) {
        for (var fact : facts) {
            if (present.add(fact)) {
                build(fact);
            }
        }
    }

    private void build(String table) {
        if (!table.startsWith("fact.")) {
            origin.accept(table);
            return;
        }
        var file = files.named(Relation.nameIn("fact", table));
        need(file.reads());
        if (file.isPerPeriod()) {
            duck.run(file.viewStatement());
            return;
        }
        duck.run(file.tableStatement());
        duck.run("insert into %s by name %s".formatted(table, file.query()));
    }

    /// Puts given rows in the place of what would be built, for worked examples.
    void give(String table, Consumer<DuckDb> rows) {
        present.add(table);
        rows.accept(duck);
    }

    @Override
    public void supply(Relation relation) {
        relation.statements().forEach(duck::run);
    }

    @Override
    public void derive(String relation, String sql) {
        duck.run("create or replace table %s as %s".formatted(relation, sql));
    }

    @Override
    public Set<String> columns(String sql) {
        return Set.copyOf(duck.query("describe " + sql, (row, _) -> row.getString(1)));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public List<Feed> feeds() {
        return feeds;
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> row) {
        return duck.query(sql, row);
    }

    @Override
    public void close() {
        duck.close();
    }
}
