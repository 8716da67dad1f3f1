package dev.keepwell.health;

import dev.keepwell.lake.LakeFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// Writes and reads the Parquet files of the ledger in a small DuckDB of its own.
///
/// One engine stays open, because starting one takes longer than most answers; every piece of work
/// has a connection of its own to it.
final class LedgerFiles implements AutoCloseable {

    /// A reader looks at a few months of one account and a writer holds one batch, so this is
    /// plenty; without a bound DuckDB takes most of the machine.
    private static final String MEMORY = "512MB";

    /// Rows are sorted by account, so a reader of one account skips all groups but one or two.
    private static final int ROWS_PER_GROUP = 8_192;

    /// How a row goes into a table.
    interface Writer<T> {
        void write(T row, Cells cells) throws SQLException;
    }

    /// How a row comes out of a query.
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DuckDBConnection connection;

    private LedgerFiles(DuckDBConnection connection) {
        this.connection = connection;
    }

    static LedgerFiles start() {
        try {
            Connection opened = DriverManager.getConnection("jdbc:duckdb:");
            var engine = new LedgerFiles(opened.unwrap(DuckDBConnection.class));
            engine.bound();
            return engine;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start.", e);
        }
    }

    LedgerFiles open() {
        try {
            return new LedgerFiles(connection.duplicate().unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB gives no further connection.", e);
        }
    }

    private void bound() {
        run("set autoinstall_known_extensions = false");
        run("set autoload_known_extensions = false");
        run("set memory_limit = '%s'".formatted(MEMORY));
        run("set threads = 1");
    }

    /// The columns of a data set and the order of its rows.
    record Table(String columns, String order) {}

    <T> void write(Path file, Table table, List<T> rows, Writer<T> writer) {
        run("create or replace temp table batch (%s)".formatted(table.columns()));
        try (var appender = connection.createAppender("temp", "main", "batch")) {
            var cells = new Cells(appender);
            for (var row : rows) {
                appender.beginRow();
                writer.write(row, cells);
                appender.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not take these rows.", e);
        }
        run(
                """
                copy (from batch order by %s) to '%s'
                (format parquet, compression zstd, row_group_size %d)
                """
                        .formatted(table.order(), quoted(file), ROWS_PER_GROUP));
    }

    /// The rows of exactly these files, as far as `clauses` lets them through; `?` in the clauses
    /// stand for the arguments.
    <T> List<T> read(List<LakeFile> files, String clauses, Reader<T> reader, Object... args) {
        var rows = new ArrayList<T>();
        if (files.isEmpty()) {
            return rows;
        }
        var paths =
                files.stream()
                        .map(it -> "'" + quoted(it.path()) + "'")
                        .collect(Collectors.joining(", "));
        var sql = "from read_parquet([%s]) %s".formatted(paths, clauses);
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("This query does not run:\n" + sql, e);
        }
        return rows;
    }

    private void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("This query does not run:\n" + sql, e);
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
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
