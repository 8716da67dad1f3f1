package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.workspace.Conventions;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;

/// The built-in engine: a DuckDB in this process, which reads the lake's files where they lie.
record DuckDbEngine(DuckDb here) implements Engine {

    @Override
    public void learn(Conventions conventions) {
        Words.of(conventions).forEach(here::run);
    }

    @Override
    public void show(String table, Origin origin) {
        origin.show(here, table);
    }

    @Override
    public void build(FactFile fact) {
        if (fact.isPerPeriod()) {
            here.run(fact.viewStatement());
            return;
        }
        here.run(fact.tableStatement());
        here.run("insert into fact.%s by name %s".formatted(fact.name(), fact.query()));
    }

    @Override
    public void forget(String table) {
        var parts = table.split("\\.", 2);
        var isView =
                here.query(
                        "select 1 from duckdb_views() where schema_name = ? and view_name = ?",
                        (row, _) -> row.getInt(1),
                        (Object[]) parts);
        here.run("drop %s if exists %s".formatted(isView.isEmpty() ? "table" : "view", table));
        // The days that are not rolled up yet lie beside those that are.
        here.run("drop table if exists %s".formatted(RolledUp.OPEN));
    }

    @Override
    public void supply(Relation relation) {
        relation.statements().forEach(here::run);
    }

    @Override
    public void derive(String relation, String sql) {
        here.run("create or replace table %s as %s".formatted(relation, sql));
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> row) {
        return here.query(sql, row);
    }

    @Override
    public Set<String> columns(String sql) {
        return Set.copyOf(here.query("describe " + sql, (row, _) -> row.getString(1)));
    }

    @Override
    public void close() {
        here.close();
    }
}
