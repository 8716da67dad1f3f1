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
