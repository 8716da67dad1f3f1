package dev.keepwell.warehouse;

import dev.keepwell.customer.EventDays;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// The built-in engine: DuckDB in this process, over the lake's files and a copy of the records.
final class DuckDbWarehouse implements Warehouse {

    private final Database database;
    private final Lake lake;
    private final FactFiles files;
    private final List<Published> published;
    private final EventDays eventDays;
    private final DuckDb.Bounds bounds;

    DuckDbWarehouse(
            Database database,
            Lake lake,
            FactFiles files,
            List<Published> published,
            EventDays eventDays,
            DuckDb.Bounds bounds) {
        this.database = database;
        this.lake = lake;
        this.files = files;
        this.published = published;
        this.eventDays = eventDays;
        this.bounds = bounds;
    }

    @Override
    public Facts open(Scope scope) {
        return open(scope, LocalDate.MIN);
    }

    /// Facts of what happened since a day, as far as events tell it.
    Facts open(Scope scope, LocalDate since) {
        return open(scope, since, new DuckDbEngine(here()));
    }

    /// An engine of this process, into which records are brought.
    DuckDb here() {
        return DuckDb.open(bounds);
    }

    /// The same on a given engine, which is closed with the facts.
    Facts open(Scope scope, LocalDate since, Engine engine) {
        try {
            return new BuiltFacts(
                            engine,
                            files,
                            feeds(scope),
                            table -> bring(table, engine.here(), scope, since))
                    .prepare(scope.conventions(), scope.days());
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /// Several sources may fill one table: it is complete as far as the slowest of them. A table
    /// whose rows carry no date, such as the features, cannot lag.
    private List<Feed> feeds(Scope scope) {
        return database.in(
                scope.workspace(),
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select table_name,
                                            min(coalesce(complete_until, date '9999-12-31'))
                                        from source.watermark
                                        where connected
                                        group by table_name
                                        order by table_name
                                        """)
                                .query((row, _) ->
                                        new Feed(
                                                row.getString(1),
                                                row.getObject(2, LocalDate.class)))
                                .list());
    }

    private Origin bring(String table, DuckDb duck, Scope scope, LocalDate since) {
        for (var it : published) {
            if (it.table().equals(table)) {
                it.bring(duck, scope);
                return Origin.here(table);
            }
        }
        return database.in(
                scope.workspace(),
                session -> {
                    if (table.equals(RolledUp.TABLE)) {
                        return new RolledUp(lake, eventDays, scope, since).bring(session, duck);
                    }
                    if (table.startsWith("lake.")) {
                        var dataset = Relation.nameIn("lake", table);
                        var listed = lake.files(session, scope.workspace(), dataset);
                        return LakeTables.origin(table, listed, scope.knownAt(), duck);
                    }
                    var folder = Objects.requireNonNull(bounds.spill());
                    new RecordCopy(session, duck, scope, folder).bring(table);
                    return Origin.here(table);
                });
    }
}
