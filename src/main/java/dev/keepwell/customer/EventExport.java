package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands out every event that is stored, for those who take them elsewhere.
public final class EventExport {

    private static final int ROWS_AT_ONCE = 20_000;

    private static final String COLUMNS =
            """
            message_id as "messageId", source_system as source, type, event_name as event,
            user_ref as "userId", anonymous_ref as "anonymousId", previous_ref as "previousId",
            account_ref as account, account_from as "accountFrom",
            strftime(occurred_at, '%Y-%m-%dT%H:%M:%S.%fZ') as "occurredAt",
            strftime(sent_timestamp, '%Y-%m-%dT%H:%M:%S.%fZ') as timestamp,
            strftime(sent_at, '%Y-%m-%dT%H:%M:%S.%fZ') as "sentAt",
            strftime(received_at, '%Y-%m-%dT%H:%M:%S.%fZ') as "receivedAt", properties
            """;

    private final Database database;
    private final Lake lake;

    EventExport(Database database, Lake lake) {
        this.database = database;
        this.lake = lake;
    }

    /// Each event in the words of its senders; properties are JSON.
    public void each(
            WorkspaceId workspace, Consumer<SequencedMap<String, @Nullable String>> reader) {
        var files = database.in(workspace, it -> lake.files(it, workspace, EventKeeping.DATASET));
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            files.forEach(it -> read(duck, it, reader));
        }
    }

    /// Some rows at a time: a closed month may not fit into memory.
    private static void read(
            DuckDb duck, LakeFile file, Consumer<SequencedMap<String, @Nullable String>> reader) {
        for (long from = 0; from < file.rows(); from += ROWS_AT_ONCE) {
            duck.query(
                            """
                            select %s from read_parquet('%s', file_row_number = true)
                            where file_row_number >= ? and file_row_number < ?
                            order by file_row_number
                            """
                                    .formatted(COLUMNS, DuckDb.quoted(file.path())),
                            (row, _) -> columns(row),
                            from,
                            from + ROWS_AT_ONCE)
                    .forEach(reader);
        }
    }

    private static SequencedMap<String, @Nullable String> columns(ResultSet row)
            throws SQLException {
        var columns = new LinkedHashMap<String, @Nullable String>();
        var names = row.getMetaData();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            columns.put(names.getColumnName(i), row.getString(i));
        }
        return columns;
    }
}
