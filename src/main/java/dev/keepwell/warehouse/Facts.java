package dev.keepwell.warehouse;

import dev.keepwell.workspace.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;

/// The facts of one workspace as known at one time, ready to be queried.
///
/// Facts are functions of the records and events behind them: building them twice gives the same
/// rows. Not for use by several threads.
public interface Facts extends AutoCloseable {

    /// Builds the named facts, and those that they read, unless they are there already.
    void need(Collection<String> facts);

    /// The same, from all that was ever done. Usually facts know as much of the past as the days of
    /// their scope need.
    void needAll(Collection<String> facts);

    /// Puts a relation beside the facts, in place of an earlier one of its name.
    void supply(Relation relation);

    /// Puts the rows of a query beside the facts, in place of an earlier relation of that name.
    void derive(String relation, String sql);

    <T> List<T> query(String sql, RowMapper<T> row);

    /// The names of the columns that a query returns.
    Set<String> columns(String sql);

    /// The connected record tables. A table that is not among them was never looked at, and its
    /// silence means nothing.
    List<Feed> feeds();

    /// What the workspace has decided about its metrics.
    Settings settings();

    @Override
    void close();
}
