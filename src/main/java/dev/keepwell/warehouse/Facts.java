package dev.keepwell.warehouse;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/// The facts of one workspace as known at one time, ready to be queried.
///
/// Facts are functions of the records and events behind them: building them twice gives the same
/// rows. Not for use by several threads.
public interface Facts extends AutoCloseable {

    /// Builds the named facts, and those that they read, unless they are there already.
    void need(Collection<String> facts);

    /// Puts a relation beside the facts, in place of an earlier one of its name.
    void supply(Relation relation);

    <T> List<T> query(String sql, RowMapper<T> row);

    @Override
    void close();
}
