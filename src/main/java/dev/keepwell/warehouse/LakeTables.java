package dev.keepwell.warehouse;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.LakeFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Shows the files of a lake data set to the engine as one table, also when there are none yet.
final class LakeTables {

    private static final Map<String, String> COLUMNS =
            Map.of(
                    "usage_event",
                    """
                    source_system varchar, event_id varchar, account_ref varchar,
                    user_ref varchar, event_name varchar, occurred_at timestamp,
                    event_count bigint, duration_s bigint, recorded_at timestamp
                    """,
                    "usage_daily",
                    """
                    source_system varchar, account_ref varchar, user_ref varchar, day date,
                    feature_ref varchar, event_count bigint, active_minutes bigint,
                    recorded_at timestamp
                    """,
                    "event",
                    EventTables.EVENT,
                    "event_day",
                    EventTables.EVENT_DAY);

    private LakeTables() {}

    /// Exactly the files that the manifest lists, or an empty table where there are none.
    static Origin origin(String table, List<LakeFile> files, Instant knownAt, DuckDb duck) {
        if (files.isEmpty()) {
            duck.run("create table %s (%s)".formatted(table, columns(table)));
            return Origin.here(table);
        }
        return new Origin(files, known(knownAt), null);
    }

    static String columns(String table) {
        var dataset = Relation.nameIn("lake", table);
        var columns = COLUMNS.get(dataset);
        if (columns == null) {
            throw Refusal.unknown(
                    "unknown_dataset", "The lake has no data set '%s'.".formatted(dataset));
        }
        return columns;
    }

    static String known(Instant at) {
        return "recorded_at <= timestamp '%s'"
                .formatted(at.toString().replace("T", " ").replace("Z", ""));
    }
}
