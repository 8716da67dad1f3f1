package dev.keepwell.warehouse;

import dev.keepwell.customer.MergedRows;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.postgres.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Brings one record table, as known at one time, from PostgreSQL into the engine.
///
/// Merged records are one: what points to a loser points to its survivor. The rows travel through a
/// file, so that neither side holds them all in memory.
final class RecordCopy {

    /// How a record is kept, which is nobody's business who reads what it says.
    private static final Set<String> BOOKKEEPING =
            Set.of("workspace_id", "version", "content", "file", "import_id");

    /// What a source deletes is gone, but what was paid until then was paid: a price whose source
    /// deletes it ends on that day. Else the loss of the customer would vanish with its history.
    private static final String ENDED_BY_DELETION = "customer.subscription_segment";

    private static final int DECIMAL_DIGITS_MAX = 38;
    private static final int DECIMAL_SCALE = 10;

    private final Session session;
    private final DuckDb duck;
    private final Scope scope;
    private final Path folder;

    RecordCopy(Session session, DuckDb duck, Scope scope, Path folder) {
        this.session = session;
        this.duck = duck;
        this.scope = scope;
        this.folder = folder;
    }

    void bring(String table) {
        try {
            var columns = columnsOf(table);
            var file = Files.createTempFile(folder, "records-", ".csv");
            try {
                write(table, columns.keySet(), file);
                duck.run("create table %s as %s".formatted(table, read(columns, file)));
            } finally {
                Files.delete(file);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The records of %s cannot be read.".formatted(table), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> columnsOf(String table) throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        try (var statement = session.connection().createStatement();
                var empty = statement.executeQuery("select * from %s limit 0".formatted(table))) {
            var meta = empty.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                if (!BOOKKEEPING.contains(meta.getColumnName(i))) {
                    columns.put(meta.getColumnName(i), typeOf(meta, i));
                }
            }
        }
        return columns;
    }

    private static String typeOf(ResultSetMetaData meta, int column) throws SQLException {
        return switch (meta.getColumnTypeName(column)) {
            case "bool" -> "BOOLEAN";
            case "int4", "int8" -> "BIGINT";
            case "date" -> "DATE";
            case "timestamptz" -> "TIMESTAMPTZ";
            case "numeric" -> decimal(meta.getPrecision(column), meta.getScale(column));
            case String other -> "VARCHAR";
        };
    }

    /// A numeric column of PostgreSQL without bounds reports no digits.
    private static String decimal(int digits, int scale) {
        return digits == 0 || digits > DECIMAL_DIGITS_MAX
                ? "DECIMAL(%d,%d)".formatted(DECIMAL_DIGITS_MAX, DECIMAL_SCALE)
                : "DECIMAL(%d,%d)".formatted(digits, scale);
    }

    private void write(String table, Set<String> columns, Path file)
            throws SQLException, IOException {
        var ends = table.equals(ENDED_BY_DELETION);
        var known =
                "recorded_at <= '%1$s' and (superseded_at is null or superseded_at > '%1$s')"
                        .formatted(scope.knownAt());
        var kept = ends ? known : known + " and deleted_at is null";
        var copy =
                "copy (select %s from (%s) as record order by id) to stdout (format csv)"
                        .formatted(
                                ends ? ended(quoted(columns)) : quoted(columns),
                                MergedRows.at(session, scope.knownAt())
                                        .select(table, columns, kept));
        try (var out = Files.newOutputStream(file)) {
            session.connection().unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        }
    }

    /// A hold has a column `from`, which would otherwise begin a clause.
    private static String quoted(Set<String> columns) {
        return columns.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    private String ended(String columns) {
        return columns.replace(
                "\"end_date\"",
                "least(end_date, cast(deleted_at at time zone '%s' as date)) as end_date"
                        .formatted(scope.conventions().zone().getId()));
    }

    /// An empty text is quoted in the file and a null is not, and both sides must agree on that.
    private static String read(Map<String, String> columns, Path file) {
        var types =
                columns.entrySet().stream()
                        .map(it -> "'%s': '%s'".formatted(it.getKey(), it.getValue()))
                        .collect(Collectors.joining(", "));
        return """
        select * from read_csv('%s', header = false, auto_detect = false, delim = ',',
            quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false,
            max_line_size = 16777216, columns = {%s})
        """
                .formatted(DuckDb.quoted(file), types);
    }
}
