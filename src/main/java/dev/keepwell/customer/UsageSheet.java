package dev.keepwell.customer;

import dev.keepwell.customer.CurrentWords.Stored;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The usage rows of one source in the lake, in the order of their keys.
record UsageSheet(Session session, Lake lake, RecordTable table, CurrentWords words) {

    private static final int ROWS_AT_ONCE = 20_000;

    private record Kept(String sourceId, UUID key, Map<String, String> values, Times times) {}

    private record Times(@Nullable Instant recordedAt, @Nullable Instant deletedAt) {}

    void each(WorkspaceId workspace, String source, Consumer<List<String>> reader) {
        var files = lake.files(session, workspace, table.name());
        var sorted = lake.draft();
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL.spilling(lake.spill()))) {
            duck.write(sorted(files, source), sorted);
            for (long from = 0; ; from += ROWS_AT_ONCE) {
                var rows = read(duck, sorted, from);
                hand(rows, source, reader);
                if (rows.size() < ROWS_AT_ONCE) {
                    return;
                }
            }
        } finally {
            remove(sorted);
        }
    }

    /// Files from before a column was kept, or with a coarser type, stand beside others.
    private String sorted(List<LakeFile> files, String source) {
        var order = table.key().columns().stream().map(UsageFile::kept);
        return """
        select * from (
            select %s from %s where false
            union all by name
            select * from %s
        ) where source_system = '%s' order by %s
        """
                .formatted(
                        "cast(null as timestamp) as deleted_at",
                        "(select 1)",
                        DuckDb.reading(files),
                        source.replace("'", "''"),
                        order.collect(Collectors.joining(", ")));
    }

    private List<Kept> read(DuckDb duck, Path sorted, long from) {
        return duck.query(
                """
                select * from read_parquet('%s', file_row_number = true)
                where file_row_number >= ? and file_row_number < ? order by file_row_number
                """
                        .formatted(DuckDb.quoted(sorted)),
                (row, _) -> kept(row),
                from,
                from + ROWS_AT_ONCE);
    }

    private Kept kept(ResultSet row) throws SQLException {
        var values = new HashMap<String, String>();
        for (var column : table.columns()) {
            var value = value(row, column);
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        var sourceId = sourceId(values);
        return new Kept(
                sourceId,
                Fingerprint.of(table.name(), sourceId).uuid(),
                values,
                new Times(instant(row, "recorded_at"), instant(row, "deleted_at")));
    }

    private String sourceId(Map<String, String> values) {
        var key = table.key().columns();
        return key.size() == 1
                ? values.getOrDefault(key.getFirst(), "")
                : key.stream()
                        .map(it -> Judge.escaped(values.getOrDefault(it, "")))
                        .collect(Collectors.joining("/"));
    }

    private static @Nullable String value(ResultSet row, RecordColumn column) throws SQLException {
        var name = UsageFile.kept(column.name());
        return switch (column.type()) {
            case INSTANT -> {
                var at = instant(row, name);
                yield at == null ? null : at.toString();
            }
            case NUMBER, MONEY -> {
                var text = row.getString(name);
                yield text == null ? null : RecordSheet.plain(new BigDecimal(text));
            }
            case ID, TEXT, WORD, VERB, QUARTER, REFERENCE, CURRENCY, COUNTRY, DOMAIN ->
                    row.getString(name);
            case INTEGER, DATE, BOOLEAN, MONTHLY_AMOUNT, MONTHLY_LIST_AMOUNT -> row.getString(name);
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private void hand(List<Kept> rows, String source, Consumer<List<String>> reader) {
        var contents = contents(rows, source);
        for (var row : rows) {
            reader.accept(
                    words.of(
                            new Stored(
                                    row.sourceId(),
                                    row.values(),
                                    row.times().recordedAt(),
                                    row.times().deletedAt(),
                                    contents.get(row.key()))));
        }
    }

    private Map<UUID, UUID> contents(List<Kept> rows, String source) {
        var contents = new HashMap<UUID, UUID>();
        session.sql()
                .sql(
                        """
                        select key, content from customer.usage_key
                        where workspace_id = current_setting('app.workspace')
                          and source_system = ? and key = any(?)
                        """)
                .param(source)
                .param(rows.stream().map(Kept::key).toArray(UUID[]::new))
                .query(row -> {
                    contents.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return contents;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
