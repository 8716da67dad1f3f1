package dev.keepwell.customer;

import dev.keepwell.customer.Versions.Version;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// The usage rows of one chunk on their way into one Parquet file, sorted by account and time.
final class UsageFile implements AutoCloseable {

    private static final Map<String, String> EVENT_COLUMNS =
            Map.of(
                    "account_id",
                    "account_ref",
                    "user_id",
                    "user_ref",
                    "session_id",
                    "session_ref",
                    "feature_id",
                    "feature_ref");

    private final RecordTable table;
    private final String sourceSystem;
    private final DuckDb duck;
    private final DuckDBAppender appender;
    private long rows;

    UsageFile(RecordTable table, String sourceSystem) {
        this.table = table;
        this.sourceSystem = sourceSystem;
        this.duck = DuckDb.open(DuckDb.Bounds.SMALL);
        duck.run("create temp table arriving (%s)".formatted(textColumns()));
        try {
            appender = duck.appender("arriving");
        } catch (SQLException e) {
            throw new IllegalStateException("A Parquet file cannot be begun.", e);
        }
    }

    void add(Version version) {
        var candidate = version.candidate();
        try {
            appender.beginRow();
            append(candidate.identity().sourceId());
            append(version.recordedAt().toString());
            var deleted = candidate.dates().deletedAt();
            append(deleted == null ? null : deleted.toString());
            for (var value : candidate.values()) {
                append(value);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("A row cannot be written to Parquet.", e);
        }
        rows++;
    }

    Draft write(Path path) {
        try {
            appender.flush();
        } catch (SQLException e) {
            throw new IllegalStateException("The rows do not go into the Parquet file.", e);
        }
        duck.write(query(), path);
        return new Draft(path, rows);
    }

    private void append(@Nullable String value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }

    private String textColumns() {
        var columns =
                new StringBuilder("source_id varchar, recorded_at varchar, deleted_at varchar");
        table.stored().forEach(it -> columns.append(", ").append(it.name()).append(" varchar"));
        return columns.toString();
    }

    private String query() {
        var query = new StringBuilder("select '%s' as source_system".formatted(sourceSystem));
        if (table.stored().size() < table.columns().size()) {
            query.append(", source_id as ").append(table.key().columns().getFirst());
        }
        for (var column : table.stored()) {
            query.append(
                    ", cast(%s as %s) as %s"
                            .formatted(column.name(), type(column.type()), kept(column.name())));
        }
        query.append(", cast(recorded_at as timestamp) as recorded_at");
        query.append(", cast(deleted_at as timestamp) as deleted_at from arriving");
        query.append(" order by account_ref, %s, source_id".formatted(table.time().occurred()));
        return query.toString();
    }

    /// How the lake calls a column of the table.
    static String kept(String column) {
        return EVENT_COLUMNS.getOrDefault(column, column);
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case ID, TEXT, WORD, VERB, QUARTER, REFERENCE, CURRENCY, COUNTRY, DOMAIN -> "varchar";
            // Every number that a column takes, exactly.
            case NUMBER -> "decimal(25, 10)";
            case INSTANT -> "timestamp";
            case INTEGER, MONEY, DATE, BOOLEAN, MONTHLY_AMOUNT, MONTHLY_LIST_AMOUNT ->
                    type.sql().toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A Parquet file does not close.", e);
        }
        duck.close();
    }
}
