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
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;

/// Facts on an engine of their own: built on demand, each once, after what they read.
final class BuiltFacts implements Facts {

    private final Engine engine;
    private final FactFiles files;
    private final Function<String, Origin> origins;
    private final List<Feed> feeds;
    private final Set<String> present = new HashSet<>();
    private Settings settings = Settings.USUAL;

    /// `origins` brings a record table or lake data set, named `customer.account` or
    /// `lake.usage_event`, and tells where its rows are.
    BuiltFacts(Engine engine, FactFiles files, List<Feed> feeds, Function<String, Origin> origins) {
        this.engine = engine;
        this.files = files;
        this.feeds = feeds;
        this.origins = origins;
        List.of("fact", "customer", "lake", "ledger")
                .forEach(it -> engine.here().run("create schema " + it));
    }

    /// The words that queries use, and the days that must be answerable.
    BuiltFacts prepare(Conventions conventions, SortedSet<LocalDate> days) {
        settings = conventions.settings();
        engine.learn(conventions);
        var numbers = days.stream().map(day -> List.<Object>of(day.toEpochDay())).toList();
        supply(new Relation("spine", List.of("day_number integer"), List.copyOf(numbers)));
        return this;
    }

    @Override
    public void need(Collection<String> facts) {
        for (var fact : facts) {
            if (!present.contains(fact)) {
                build(fact);
                present.add(fact);
            }
        }
    }

    private void build(String table) {
        if (!table.startsWith("fact.")) {
            engine.show(table, origins.apply(table));
            return;
        }
        var file = files.named(Relation.nameIn("fact", table));
        need(file.reads());
        engine.build(file);
    }

    /// Puts given rows in the place of what would be built, for worked examples.
    void give(String table, Consumer<DuckDb> rows) {
        present.add(table);
        rows.accept(engine.here());
        engine.show(table, Origin.here(table));
    }

    @Override
    public void supply(Relation relation) {
        engine.supply(relation);
    }

    @Override
    public void derive(String relation, String sql) {
        engine.derive(relation, sql);
    }

    @Override
    public Set<String> columns(String sql) {
        return engine.columns(sql);
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
        return engine.query(sql, row);
    }

    @Override
    public void close() {
        engine.close();
    }
}
