package dev.keepwell.source.flow;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// In what the files of a source differ from those that it sent before under the same name: columns
/// that came, columns that went, and columns that turned into something else.
@Component
public final class Drift {

    public static final Duration LOOK_BACK = Duration.ofDays(90);

    private static final String EMPTY = "empty";

    private final Database database;
    private final Clock clock;

    Drift(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What happened to a column. Shapes are empty where there was none.
    public record Change(
            String source,
            String file,
            String column,
            Kind kind,
            String was,
            String is,
            Instant at) {}

    /// A way in which a column changes.
    public enum Kind {
        NEW,
        VANISHED,
        TURNED,
        EMPTIED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Header(
            String source, String file, Instant at, SequencedMap<String, String> columns) {

        /// Exports carry their day or a number in their name.
        String key() {
            return source + '/' + file.replaceAll("[0-9]+", "#");
        }
    }

    /// The newest first.
    public List<Change> changes(WorkspaceId workspace) {
        var before = new TreeMap<String, Header>();
        var changes = new ArrayList<Change>();
        for (var header : headers(workspace)) {
            var last = before.put(header.key(), header);
            if (last != null) {
                changes.addAll(between(last, header));
            }
        }
        changes.sort(Comparator.comparing(Change::at).reversed());
        return changes;
    }

    private List<Header> headers(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        Rows.of(
                                session.sql()
                                        .sql(
                                                """
                                                select source_system, file, started_at, columns,
                                                    shapes
                                                from source.import
                                                join source.import_upload
                                                    using (workspace_id, import_id)
                                                where not dry_run
                                                and started_at >= ?
                                                and columns is not null
                                                order by started_at, import_id, file
                                                """)
                                        .param(
                                                clock.instant()
                                                        .minus(LOOK_BACK)
                                                        .atOffset(ZoneOffset.UTC))
                                        .query((row, _) -> header(row))));
    }

    private static Header header(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("columns").getArray();
        var shapes = (String[]) row.getArray("shapes").getArray();
        var columns = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], shapes[i]);
        }
        return new Header(
                row.getString("source_system"),
                row.getString("file"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                columns);
    }

    private static List<Change> between(Header before, Header after) {
        var changes = new ArrayList<Change>();
        for (var column : after.columns().entrySet()) {
            var was = before.columns().getOrDefault(column.getKey(), "");
            var is = column.getValue();
            if (was.isEmpty()) {
                changes.add(change(after, column.getKey(), Kind.NEW, "", is));
            } else if (isTurned(was, is)) {
                var kind = is.equals(EMPTY) ? Kind.EMPTIED : Kind.TURNED;
                changes.add(change(after, column.getKey(), kind, was, is));
            }
        }
        for (Map.Entry<String, String> column : before.columns().entrySet()) {
            if (!after.columns().containsKey(column.getKey())) {
                changes.add(change(after, column.getKey(), Kind.VANISHED, column.getValue(), ""));
            }
        }
        return changes;
    }

    /// What was empty may be filled one day.
    private static boolean isTurned(String was, String is) {
        return !was.equals(is) && !was.equals(EMPTY);
    }

    private static Change change(Header after, String column, Kind kind, String was, String is) {
        return new Change(after.source(), after.file(), column, kind, was, is, after.at());
    }
}
