package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.workspace.Conventions;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;

/// What runs the SQL of facts and metrics, for as long as one set of facts is open.
///
/// The text is the same on every engine. What an engine spells differently is a word that it learns
/// first. Not for use by several threads.
interface Engine extends AutoCloseable {

    /// The DuckDB of this process into which records are brought, whatever runs the queries.
    DuckDb here();

    /// Takes in the words of the catalogue, as the workspace has settled them.
    void learn(Conventions conventions);

    /// Shows the rows of an origin as the table that facts read.
    void show(String table, Origin origin);

    /// Makes the table of a fact, or its view when it is one per period. What it reads is there.
    void build(FactFile fact);

    /// Puts a relation beside the facts, in place of an earlier one of its name.
    void supply(Relation relation);

    /// Puts the rows of a query beside the facts, in place of an earlier relation of that name.
    void derive(String relation, String sql);

    <T> List<T> query(String sql, RowMapper<T> row);

    /// The names of the columns that a query returns.
    Set<String> columns(String sql);

    @Override
    void close();
}
