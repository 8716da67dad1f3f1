package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.Feed;
import dev.keepwell.source.Sighting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says a stored row again in the words of its source.
///
/// When a row was recorded is said only where the row said so itself. That is not kept, but the
/// hash of all that the row said is: the words are right when they are judged to the same hash.
final class CurrentWords {

    /// A stored row: its id in the source, its values by column, and its times.
    record Stored(
            String sourceId,
            Map<String, String> values,
            @Nullable Instant recordedAt,
            @Nullable Instant deletedAt,
            @Nullable UUID content) {}

    private final RecordTable table;
    private final Ids ids;
    private final Judge judge;
    private final List<String> columns = new ArrayList<>();

    CurrentWords(RecordTable table, WorkspaceId workspace, String source, Ids ids, Instant now) {
        this.table = table;
        this.ids = ids;
        table.columns().stream()
                .filter(it -> it.type().isSent())
                .forEach(it -> columns.add(it.name()));
        columns.addAll(RecordTable.COMMON);
        var reading = new Feed.Reading(null, false);
        var feed = new Feed("", "", table.name(), List.copyOf(columns), reading);
        var moments = new Moments(ZoneOffset.UTC, ZoneOffset.UTC);
        judge = new Judge(table, new Arrival(workspace, "", now, source, feed, moments), ids);
    }

    /// One text for each column, in their order.
    List<String> of(Stored row) {
        var values = new HashMap<>(row.values());
        values.putAll(keys(row.sourceId()));
        var deleted = row.deletedAt();
        if (deleted != null) {
            values.put("deleted_at", deleted.toString());
        }
        var plain = texts(values);
        var recorded = row.recordedAt();
        var content = row.content();
        if (recorded == null || content == null || says(plain, content)) {
            return plain;
        }
        values.put("recorded_at", recorded.toString());
        var dated = texts(values);
        return says(dated, content) ? dated : plain;
    }

    /// A key of several columns is told part by part, as it was sent.
    private Map<String, String> keys(String sourceId) {
        var names = table.key().columns();
        var keys = new HashMap<String, String>();
        if (names.size() == 1) {
            keys.put(names.getFirst(), sourceId);
            return keys;
        }
        var parts = Arrays.asList(sourceId.split("/", -1));
        for (int i = 0; i < names.size(); i++) {
            keys.put(names.get(i), parts.get(i).replace("%2F", "/").replace("%25", "%"));
        }
        return keys;
    }

    private List<String> texts(Map<String, String> values) {
        return columns.stream().map(it -> values.getOrDefault(it, "")).toList();
    }

    private boolean says(List<String> texts, UUID content) {
        try {
            var judged = judge.judge(new Sighting.Row(0, texts, ""));
            ids.named();
            return judged.identity().content().equals(content);
        } catch (Unfit e) {
            // It was taken in under other rules, and says what it says.
            return false;
        }
    }
}
