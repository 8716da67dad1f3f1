package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which days the roll-up of events has taken in, and which have changed since.
///
/// Events touch UTC days; the roll-up is kept in days of the workspace's zone.
public final class EventDays {

    /// Events arrived of a UTC day. The number is another one each time.
    public record Touch(LocalDate day, long touched) {}

    public List<Touch> touched(Session session) {
        return session.sql()
                .sql("select day, touched from customer.touched_day order by day")
                .query((row, _) -> new Touch(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
    }

    /// Takes note that events arrived of a UTC day, by the number of the transaction: whoever takes
    /// the day in sees whether another one came.
    public void touch(Session session, WorkspaceId workspace, LocalDate day) {
        session.sql()
                .sql(
                        """
                        insert into customer.touched_day values
                            (?, cast(? as date), cast(pg_current_xact_id()::text as bigint))
                        on conflict (workspace_id, day) do update set touched = excluded.touched
                        """)
                .params(workspace.value(), day.toString())
                .update();
    }

    /// Waits for whoever is touching the day, and tells whether nobody has since.
    public boolean holds(Session session, Touch touch) {
        return session.sql()
                .sql(
                        """
                        select touched = :touched from customer.touched_day
                        where day = :day
                        for update
                        """)
                .param("touched", touch.touched())
                .param("day", touch.day())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public void settle(Session session, Touch touch) {
        session.sql()
                .sql("delete from customer.touched_day where day = ? and touched = ?")
                .params(touch.day(), touch.touched())
                .update();
    }

    /// The days that were rolled up in this zone, of what was known then.
    public SortedSet<LocalDate> rolledUp(Session session, ZoneId zone, Instant knownAt) {
        return new TreeSet<>(
                session.sql()
                        .sql(
                                """
                                select day from customer.rolled_day
                                where zone = ? and (known_until is null or known_until <= ?)
                                """)
                        .params(zone.getId(), knownAt.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getObject(1, LocalDate.class))
                        .list());
    }

    /// What was rolled up in another zone would be out of date when that zone came back.
    public void forgetOthers(Session session, ZoneId zone) {
        session.sql()
                .sql("delete from customer.rolled_day where zone <> ?")
                .param(zone.getId())
                .update();
    }

    /// Nobody else takes in a day of this workspace until the transaction ends.
    public void lock(Session session, WorkspaceId workspace) {
        session.sql()
                .sql("select true from (select pg_advisory_xact_lock(hashtextextended(?, 0))) it")
                .param("events of " + workspace.value())
                .query(Boolean.class)
                .single();
    }

    /// Takes note that the day is rolled up. A day without events was known all along.
    public void rolledUp(
            Session session,
            WorkspaceId workspace,
            LocalDate day,
            ZoneId zone,
            @Nullable Instant knownUntil) {
        session.sql()
                .sql(
                        """
                        insert into customer.rolled_day (workspace_id, day, zone, known_until)
                        values (:workspace, :day, :zone, cast(:known as timestamptz))
                        on conflict (workspace_id, day) do update set
                            zone = excluded.zone, known_until = excluded.known_until
                        """)
                .param("workspace", workspace.value())
                .param("day", day)
                .param("zone", zone.getId())
                .param("known", knownUntil == null ? null : knownUntil.toString())
                .update();
    }
}
