package dev.keepwell.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/// One private DuckDB in memory, with bounds on what it may use.
///
/// It fetches no extensions, and it spills to its own folder instead of the heap of the server.
final class DuckDb implements AutoCloseable {

    /// What DuckDB may hold before it spills. Settings of ours: the data is streamed, not kept.
    record Bounds(String memory, int threads, Path spill) {}

    private final Connection connection;

    DuckDb(Bounds bounds) {
        try {
            Files.createDirectories(bounds.spill());
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start.", e);
        }
        run("set autoinstall_known_extensions = false");
        run("set autoload_known_extensions = false");
        run("set memory_limit = '%s'".formatted(bounds.memory()));
        run("set threads = " + bounds.threads());
        run("set temp_directory = '%s'".formatted(quoted(bounds.spill())));
        run("set TimeZone = 'UTC'");
    }

    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw broken(sql, e);
        }
    }

    <T> List<T> query(String sql, RowMapper<T> mapper) {
        var rows = new ArrayList<T>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(mapper.mapRow(result, rows.size()));
            }
        } catch (SQLException e) {
            throw broken(sql, e);
        }
        return rows;
    }

    static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    private static IllegalStateException broken(String sql, SQLException e) {
        return new IllegalStateException("This query does not run:\n" + sql, e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close.", e);
        }
    }
}
