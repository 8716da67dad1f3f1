package dev.keepwell.warehouse;

import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;

/// The built-in engine: DuckDB in this process, over the lake's files and a copy of the records.
final class DuckDbWarehouse implements Warehouse {

    private final Database database;
    private final Lake lake;
    private final FactFiles files;
    private final DuckDb.Bounds bounds;

    DuckDbWarehouse(Database database, Lake lake, FactFiles files, DuckDb.Bounds bounds) {
        this.database = database;
        this.lake = lake;
        this.files = files;
        this.bounds = bounds;
    }

    @Override
    public Facts open(Scope scope) {
        var duck = new DuckDb(bounds);
        var conventions = scope.conventions();
        return new DuckDbFacts(duck, files, table -> bring(table, duck, scope))
                .prepare(conventions.zone().getId(), conventions.currency(), scope.days());
    }

    private void bring(String table, DuckDb duck, Scope scope) {
        database.doIn(
                scope.workspace(),
                session -> {
                    if (table.startsWith("lake.")) {
                        var dataset = Relation.nameIn("lake", table);
                        var listed = lake.files(session, scope.workspace(), dataset);
                        duck.run(LakeTables.statement(table, listed, scope.knownAt()));
                    } else {
                        new RecordCopy(session, duck, scope.knownAt(), bounds.spill()).bring(table);
                    }
                });
    }
}
