package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of local dates within one transaction.
record DailyTable(Session session, WorkspaceId workspace) {

    /// How far a date has come.
    sealed interface State {}

    /// The workspace was seen first on this date, and nothing was promised for it.
    record First() implements State {}

    record Waiting(String reason) implements State {}

    /// `over` when nothing of it is left to do.
    record Started(Instant at, boolean over, @Nullable String failure) implements State {}

    record Row(LocalDate day, Instant due, State state) {}

    /// Held to the end of the transaction; false when another server looks already.
    boolean lock() {
        return session.sql()
                .sql("select pg_try_advisory_xact_lock(hashtextextended('job.daily/' || ?, 0))")
                .param(workspace.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Row> last(String name) {
        return session.sql()
                .sql(
                        """
                        select daily.*, job.state as job_state, job.error
                        from job.daily
                        left join job.job using (workspace_id, job_id)
                        where name = ?
                        order by day desc
                        limit 1
                        """)
                .param(name)
                .query((row, _) -> read(row))
                .optional();
    }

    void first(String name, LocalDate day, ZoneId zone, Instant due) {
        session.sql()
                .sql(
                        """
                        insert into job.daily (workspace_id, name, day, zone, due_at, state)
                        values (?, ?, ?, ?, ?, 'first')
                        """)
                .params(workspace.value(), name, day, zone.getId(), utc(due))
                .update();
    }

    /// The date is due and has not begun.
    void waits(String name, LocalDate day, ZoneId zone, Instant due, String reason) {
        session.sql()
                .sql(
                        """
                        insert into job.daily (workspace_id, name, day, zone, due_at, state, reason)
                        values (?, ?, ?, ?, ?, 'waiting', ?)
                        on conflict (workspace_id, name, day) do update set reason = excluded.reason
                        where daily.state = 'waiting'
                        """)
                .params(workspace.value(), name, day, zone.getId(), utc(due), reason)
                .update();
    }

    void started(String name, LocalDate day, @Nullable JobId job, Instant now) {
        var moved =
                session.sql()
                        .sql(
                                """
                                update job.daily set state = 'started', reason = null,
                                    job_id = :job, started_at = :now
                                where name = :name and day = :day and state = 'waiting'
                                """)
                        .param("job", job == null ? null : job.value())
                        .param("now", utc(now))
                        .param("name", name)
                        .param("day", day)
                        .update();
        if (moved != 1) {
            throw new IllegalStateException("%s of %s has begun already.".formatted(name, day));
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(row.getObject("day", LocalDate.class), instant(row, "due_at"), state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        var word = row.getString("state");
        return switch (word) {
            case "first" -> new First();
            case "waiting" -> new Waiting(row.getString("reason"));
            case "started" -> started(row);
            default -> throw new IllegalStateException("A date cannot be '%s'.".formatted(word));
        };
    }

    private static Started started(ResultSet row) throws SQLException {
        var job = Objects.requireNonNullElse(row.getString("job_state"), "done");
        return new Started(
                instant(row, "started_at"),
                job.equals("done") || job.equals("failed"),
                job.equals("failed") ? row.getString("error") : null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
