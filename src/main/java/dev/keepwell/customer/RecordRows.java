package dev.keepwell.customer;

import dev.keepwell.customer.Versions.Standing;
import dev.keepwell.customer.Versions.Version;
import dev.keepwell.postgres.CopyText;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of one record table: what stands there, and the versions that are put there.
final class RecordRows implements Rows {

    private static final String STAGE = "arriving";

    static final List<String> BOOKKEEPING =
            List.of(
                    "workspace_id",
                    "id",
                    "source_system",
                    "source_id",
                    "occurred_at",
                    "recorded_at",
                    "recorded_assumed",
                    "superseded_at",
                    "deleted_at",
                    "content",
                    "file",
                    "import_id");

    private final RecordTable table;
    private final Arrival arrival;
    private final UUID file;

    RecordRows(RecordTable table, Arrival arrival) {
        this.table = table;
        this.arrival = arrival;
        this.file = fileKey(arrival.feed().sha256());
    }

    @Override
    public Map<String, Standing> standing(Session session, Collection<String> sourceIds) {
        var standing = new HashMap<String, Standing>();
        var brought = new HashMap<String, Set<UUID>>();
        session.sql()
                .sql(
                        """
                        select source_id, version, content, recorded_at, superseded_at is null,
                            import_id = :import, file = :file
                        from %s
                        where workspace_id = :workspace and source_system = :source
                          and source_id = any(:ids)
                          and (superseded_at is null or (file = :file and import_id <> :import))
                        """
                                .formatted(table.sqlName()))
                .param("import", arrival.importId())
                .param("file", file)
                .param("workspace", arrival.workspace().value())
                .param("source", arrival.sourceSystem())
                .param("ids", sourceIds.toArray(String[]::new))
                .query((ResultSet row) -> {
                    var content = row.getObject(3, UUID.class);
                    var earlier = brought.computeIfAbsent(row.getString(1), _ -> new HashSet<>());
                    if (row.getBoolean(7) && !row.getBoolean(6)) {
                        earlier.add(content);
                    }
                    if (row.getBoolean(5)) {
                        standing.put(row.getString(1), standing(row, content, earlier));
                    }
                });
        return standing;
    }

    private static Standing standing(ResultSet row, UUID content, Set<UUID> brought)
            throws SQLException {
        return new Standing(
                row.getLong(2),
                content,
                row.getTimestamp(4).toInstant(),
                row.getBoolean(6) && row.getBoolean(7),
                row.getBoolean(7),
                brought);
    }

    @Override
    public void put(Session session, List<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        var columns = columns();
        session.sql()
                .sql(
                        """
                        create temp table %s on commit drop as
                        select 0::bigint as turn, 0::bigint as supersedes, %s from %s with no data
                        """
                                .formatted(STAGE, columns, table.sqlName()))
                .update();
        var text = new CopyText();
        for (int i = 0; i < versions.size(); i++) {
            text.row(row(i, versions.get(i)));
        }
        text.into(session, STAGE);
        session.sql()
                .sql(
                        """
                        update %s old set superseded_at = greatest(old.recorded_at, new.recorded_at)
                        from %s new where old.version = new.supersedes
                        """
                                .formatted(table.sqlName(), STAGE))
                .update();
        session.sql()
                .sql(
                        "insert into %s (%s) select %s from %s order by turn"
                                .formatted(table.sqlName(), columns, columns, STAGE))
                .update();
        session.sql().sql("drop table " + STAGE).update();
    }

    private List<@Nullable String> row(int turn, Version version) {
        var candidate = version.candidate();
        var identity = candidate.identity();
        var row = new ArrayList<@Nullable String>();
        row.add(Integer.toString(turn));
        row.add(version.supersedes() == null ? null : version.supersedes().toString());
        row.add(arrival.workspace().value());
        row.add(identity.id());
        row.add(arrival.sourceSystem());
        row.add(identity.sourceId());
        row.add(text(candidate.dates().occurredAt()));
        row.add(text(version.recordedAt()));
        row.add(Boolean.toString(version.assumed()));
        row.add(text(version.supersededAt()));
        row.add(text(candidate.dates().deletedAt()));
        row.add(identity.content().toString());
        row.add(file.toString());
        row.add(arrival.importId());
        row.addAll(candidate.values());
        return row;
    }

    private String columns() {
        return String.join(", ", BOOKKEEPING)
                + table.stored().stream()
                        .map(it -> ", " + quoted(it.name()))
                        .collect(Collectors.joining());
    }

    /// Some columns are called like words of SQL: `from`, `to`, `value`.
    static String quoted(String column) {
        return '"' + column + '"';
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /// The first 128 bits of the file's SHA-256.
    private static UUID fileKey(String sha256) {
        return new UUID(
                Long.parseUnsignedLong(sha256, 0, 16, 16),
                Long.parseUnsignedLong(sha256, 16, 32, 16));
    }
}
