package dev.keepwell.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// The cells of rows on their way into DuckDB, where null is a legal cell.
///
/// A text goes in as its number among `words`, which grow as texts are met.
record Cells(DuckDBAppender appender, Map<String, Integer> words) {

    Cells text(@Nullable String value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(words.computeIfAbsent(value, _ -> words.size()).intValue());
        }
        return this;
    }

    Cells number(@Nullable Double value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.doubleValue());
        }
        return this;
    }

    Cells number(int value) throws SQLException {
        appender.append(value);
        return this;
    }

    Cells whole(@Nullable Integer value) throws SQLException {
        if (value == null) {
            appender.appendNull();
            return this;
        }
        return number(value.intValue());
    }

    Cells date(@Nullable LocalDate value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
        return this;
    }

    static @Nullable Double number(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
