package dev.keepwell.warehouse;

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
    private final DuckDb.Bounds bounds;

    DuckDbWarehouse(
            Database database,
            Lake lake,
            FactFiles files,
            List<Published> published,
            DuckDb.Bounds bounds) {
        this.database = database;
        this.lake = lake;
        this.files = files;
        this.published = published;
        this.bounds = bounds;
    }

    @Override
    public Facts open(Scope scope) {
        var duck = DuckDb.open(bounds);
        return new DuckDbFacts(duck, files, feeds(scope), table -> bring(table, duck, scope))
                .prepare(scope.conventions(), scope.days());
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

    private void bring(String table, DuckDb duck, Scope scope) {
        for (var it : published) {
            if (it.table().equals(table)) {
                it.bring(duck, scope);
                return;
            }
        }
        database.doIn(
                scope.workspace(),
                session -> {
                    if (table.startsWith("lake.")) {
                        var dataset = Relation.nameIn("lake", table);
                        var listed = lake.files(session, scope.workspace(), dataset);
                        duck.run(LakeTables.statement(table, listed, scope.knownAt()));
                    } else {
                        var folder = Objects.requireNonNull(bounds.spill());
                        new RecordCopy(session, duck, scope, folder).bring(table);
                    }
                });
    }
}
