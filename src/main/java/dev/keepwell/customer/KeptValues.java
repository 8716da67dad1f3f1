package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import dev.keepwell.source.webhook.DeliveryImport;
import dev.keepwell.source.webhook.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands in the records of a table, so that what is told of some columns leaves the others.
final class KeptValues {

    /// A record that stands: its values in their canonical texts, and when a file last told it.
    private record Standing(Map<String, String> values, @Nullable Instant toldByFile) {}

    private final RecordTable table;
    private final Map<String, Standing> bySourceId = new HashMap<>();

    KeptValues(RecordTable table) {
        this.table = table;
    }

    /// Looks up the records of a source, in one query.
    KeptValues of(Session session, String source, Set<String> sourceIds) {
        var columns =
                table.stored().stream()
                        .map(it -> ", it." + RecordRows.quoted(it.name()))
                        .collect(Collectors.joining());
        session.sql()
                .sql(
                        """
                        select it.source_id, it.occurred_at, (
                            select max(recorded_at) from %1$s as file
                            where file.workspace_id = it.workspace_id
                                and file.source_system = it.source_system
                                and file.source_id = it.source_id
                                and not starts_with(file.import_id, :webhook)) as told_by_file%2$s
                        from %1$s as it
                        where it.workspace_id = current_setting('app.workspace')
                            and it.source_system = :source and it.source_id = any(:ids)
                            and it.superseded_at is null
                        """
                                .formatted(table.sqlName(), columns))
                .param("webhook", DeliveryImport.ID)
                .param("source", source)
                .param("ids", sourceIds.toArray(String[]::new))
                .query((ResultSet row) -> {
                    bySourceId.put(
                            row.getString(1),
                            new Standing(values(row), StoredText.instant(row, 3)));
                });
        return this;
    }

    boolean stands(String sourceId) {
        return bySourceId.containsKey(sourceId);
    }

    /// What stays as it is of a record: the columns that the row does not tell, and those that a
    /// file has told since. A later file knows better than what was told before it.
    Map<String, String> staying(String sourceId, Told.Row.Part row) {
        var standing = bySourceId.get(sourceId);
        if (standing == null) {
            return Map.of();
        }
        var stays = new HashMap<>(standing.values);
        var file = standing.toldByFile;
        for (var column : row.values().keySet()) {
            var since = row.since().get(column);
            if (file == null || since == null || since.isAfter(file)) {
                stays.remove(column);
            }
        }
        return stays;
    }

    private Map<String, String> values(ResultSet row) throws SQLException {
        var values = new HashMap<String, String>();
        int place = 4;
        for (var column : table.stored()) {
            var text = StoredText.of(column, row, place++);
            if (text != null && column.type().isSent()) {
                values.put(column.name(), text);
            }
        }
        keepOccurred(row, values);
        return values;
    }

    /// A column of this name is not kept twice.
    private void keepOccurred(ResultSet row, Map<String, String> values) throws SQLException {
        var hasColumn = table.columns().stream().anyMatch(it -> it.name().equals("occurred_at"));
        var at = StoredText.instant(row, 2);
        if (hasColumn && at != null) {
            values.put("occurred_at", at.toString());
        }
    }
}
