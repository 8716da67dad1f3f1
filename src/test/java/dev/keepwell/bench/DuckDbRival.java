package dev.keepwell.bench;

import dev.keepwell.lake.DuckDb;

/// DuckDB, with the sweep of the catalogue or with the range join.
record DuckDbRival(Rivals.Rows rows, DuckDb.Bounds bounds, boolean isJoin) implements Rival {

    @Override
    public String name() {
        return isJoin ? "DuckDB, range join" : "DuckDB, sweep";
    }

    @Override
    public Answer answer() {
        try (var duck = DuckDb.open(bounds)) {
            duck.run("create view user_day as from '%s'".formatted(DuckDb.quoted(rows.parquet())));
            duck.run(
                    "create table asked as select cast(day as integer) as day"
                            + " from range(%d, %d) as r(day)"
                                    .formatted(Rivals.FROM_DAY, Rivals.LAST_DAY + 1));
            return duck.query(
                            isJoin ? Rivals.RANGE_JOIN : Rivals.SWEEP,
                            (row, _) ->
                                    new Answer(
                                            row.getLong(1),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4)))
                    .getFirst();
        }
    }
}
