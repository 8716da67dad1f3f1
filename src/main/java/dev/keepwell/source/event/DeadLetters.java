package dev.keepwell.source.event;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where events are kept that could not be used, until somebody mends or ignores them.
public final class DeadLetters {

    private static final int DAYS = 14;

    private static final String OPEN = "replayed_at is null and ignored_at is null";

    private final Database database;
    private final Clock clock;

    public DeadLetters(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What is open, by reason, the most frequent first.
    public List<DeadLetterGroup> groups(WorkspaceId workspace) {
        var today = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select reason, count(*) as count,
                                            min(first_seen) as first_seen,
                                            max(first_seen) as last_seen,
                                            array_agg(distinct source_system) as sources,
                                            max(dead_letter_id) as example,
                                            array_agg(cast(date_part('day',
                                                :today - date_trunc('day', first_seen)) as int))
                                                as ages
                                        from source.dead_letter
                                        where %s
                                        group by reason
                                        order by count(*) desc, reason
                                        """
                                                .formatted(OPEN))
                                .param("today", today.atOffset(ZoneOffset.UTC))
                                .query((row, _) -> group(row))
                                .list());
    }

    private static DeadLetterGroup group(ResultSet row) throws SQLException {
        var days = new long[DAYS];
        for (var age : (Integer[]) row.getArray("ages").getArray()) {
            if (age >= 0 && age < DAYS) {
                days[DAYS - 1 - age]++;
            }
        }
        return new DeadLetterGroup(
                row.getString("reason"),
                row.getLong("count"),
                at(row, "first_seen"),
                at(row, "last_seen"),
                List.of((String[]) row.getArray("sources").getArray()),
                row.getLong("example"),
                java.util.Arrays.stream(days).boxed().toList());
    }

    /// How many of each source are open.
    public Map<String, Long> open(WorkspaceId workspace) {
        var open = new TreeMap<String, Long>();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select source_system, count(*) from source.dead_letter
                                        where %s group by source_system
                                        """
                                                .formatted(OPEN))
                                .query(row -> {
                                    open.put(row.getString(1), row.getLong(2));
                                }));
        return open;
    }

    /// These, by id; what is not kept any more is left out.
    public Map<Long, DeadLetter> some(WorkspaceId workspace, Collection<Long> ids) {
        var some = new HashMap<Long, DeadLetter>();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select * from source.dead_letter
                                        where dead_letter_id = any(?)
                                        """)
                                .param(ids.toArray(Long[]::new))
                                .query(row -> {
                                    var letter = read(row);
                                    some.put(letter.id(), letter);
                                }));
        return some;
    }

    /// Open ones with ids below `before`, the newest first; of one reason, or of all when it is
    /// empty.
    public List<DeadLetter> list(WorkspaceId workspace, String reason, long before, int limit) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select * from source.dead_letter
                                        where %s and dead_letter_id < :before
                                            and (:reason = '' or reason = :reason)
                                        order by dead_letter_id desc
                                        limit :limit
                                        """
                                                .formatted(OPEN))
                                .param("before", before)
                                .param("reason", reason)
                                .param("limit", limit)
                                .query((row, _) -> read(row))
                                .list());
    }

    /// All there are, also those that were replayed or ignored, the oldest first.
    public List<DeadLetter> all(WorkspaceId workspace, long after, int limit) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select * from source.dead_letter where dead_letter_id > ?
                                        order by dead_letter_id limit ?
                                        """)
                                .params(after, limit)
                                .query((row, _) -> read(row))
                                .list());
    }

    public DeadLetter find(WorkspaceId workspace, long id) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select * from source.dead_letter where dead_letter_id = ?")
                                .param(id)
                                .query((row, _) -> read(row))
                                .optional()
                                .orElseThrow(() ->
                                        Refusal.unknown(
                                                "unknown_dead_letter",
                                                "Nothing was set aside under %d.".formatted(id))));
    }

    /// It is kept, and no longer asked about.
    public void ignore(WorkspaceId workspace, long id) {
        find(workspace, id);
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        update source.dead_letter set ignored_at = ?
                                        where dead_letter_id = ? and %s
                                        """
                                                .formatted(OPEN))
                                .params(clock.instant().atOffset(ZoneOffset.UTC), id)
                                .update());
    }

    static DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("dead_letter_id"),
                new DeadLetter.Origin(
                        row.getString("source_system"),
                        row.getString("route"),
                        at(row, "first_seen")),
                new DeadLetter.Why(
                        row.getString("stage"),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getString("pointer"),
                        row.getInt("attempts")),
                row.getBytes("original"),
                row.getString("message_id"),
                new DeadLetter.State(maybe(row, "replayed_at"), maybe(row, "ignored_at")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(maybe(row, column));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        return Stream.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .findFirst()
                .orElse(null);
    }
}
