package dev.keepwell.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/// The engine that reads and writes the lake's files: a private DuckDB in memory, with bounds on
/// what it may use. It fetches no extensions. Not for use by several threads; each takes
/// [#another].
public final class DuckDb implements AutoCloseable {

    /// What the engine may hold before it spills, and where to. Without bounds it takes most of the
    /// machine.
    public record Bounds(String memory, int threads, @Nullable Path spill) {

        /// Enough for one batch of rows or a few months of one account. One thread writes one file
        /// the same way each time.
        public static final Bounds SMALL = new Bounds("512MB", 1, null);

        public Bounds spilling(Path folder) {
            return new Bounds(memory, threads, folder);
        }
    }

    private final DuckDBConnection connection;

    private DuckDb(DuckDBConnection connection) {
        this.connection = connection;
    }

    public static DuckDb open(Bounds bounds) {
        return open(bounds, new Properties());
    }

    /// An engine that answers with the first rows before it has made the last.
    public static DuckDb streaming(Bounds bounds) {
        var properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return open(bounds, properties);
    }

    private static DuckDb open(Bounds bounds, Properties properties) {
        try {
            var opened = DriverManager.getConnection("jdbc:duckdb:", properties);
            var duck = new DuckDb(opened.unwrap(DuckDBConnection.class));
            duck.bound(bounds);
            return duck;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start.", e);
        }
    }

    private void bound(Bounds bounds) {
        run("set autoinstall_known_extensions = false");
        run("set autoload_known_extensions = false");
        run("set memory_limit = '%s'".formatted(bounds.memory()));
        run("set threads = " + bounds.threads());
        run("set TimeZone = 'UTC'");
        var spill = bounds.spill() == null ? "" : made(bounds.spill());
        run("set temp_directory = '%s'".formatted(spill));
    }

    private static String made(Path folder) {
        try {
            return quoted(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A further connection to the same engine. Starting one takes longer than most answers.
    public DuckDb another() {
        try {
            return new DuckDb(connection.duplicate().unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB gives no further connection.", e);
        }
    }

    public void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw broken(sql, e);
        }
    }

    /// The rows of a query whose `?` stand for the arguments.
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
        var rows = new ArrayList<T>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(mapper.mapRow(result, rows.size()));
                }
            }
        } catch (SQLException e) {
            throw broken(sql, e);
        }
        return rows;
    }

    /// The rows of a query one after the other, for what may not fit into memory. The caller closes
    /// them before asking anything else.
    public ResultSet stream(String sql) {
        try {
            var statement = connection.createStatement();
            statement.closeOnCompletion();
            return statement.executeQuery(sql);
        } catch (SQLException e) {
            throw broken(sql, e);
        }
    }

    /// The way in for many rows of a temporary table, which the caller closes.
    public DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender("temp", "main", table);
    }

    /// Writes the rows of a query to a new Parquet file, in their order.
    public void write(String query, Path file) {
        run("copy (%s) to '%s' (format parquet, compression zstd)".formatted(query, quoted(file)));
    }

    /// `read_parquet([…])` over exactly these files. There must be one.
    public static String reading(List<LakeFile> files) {
        return files.stream()
                .map(file -> "'" + quoted(file.path()) + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "], union_by_name = true)"));
    }

    public static String quoted(Path path) {
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
