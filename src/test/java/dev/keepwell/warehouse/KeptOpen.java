package dev.keepwell.warehouse;

import dev.keepwell.workspace.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;

/// Facts that somebody else closes.
public record KeptOpen(Facts facts) implements Facts {

    @Override
    public void needAll(Collection<String> names) {
        facts.needAll(names);
    }

    @Override
    public void need(Collection<String> names) {
        facts.need(names);
    }

    @Override
    public void supply(Relation relation) {
        facts.supply(relation);
    }

    @Override
    public void derive(String relation, String sql) {
        facts.derive(relation, sql);
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> row) {
        return facts.query(sql, row);
    }

    @Override
    public Set<String> columns(String sql) {
        return facts.columns(sql);
    }

    @Override
    public List<Feed> feeds() {
        return facts.feeds();
    }

    @Override
    public Settings settings() {
        return facts.settings();
    }

    @Override
    public void close() {}
}
