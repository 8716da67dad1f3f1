package dev.keepwell.source.flow;

import static java.util.stream.Collectors.toList;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.event.TestEvents;
import dev.keepwell.workspace.Conventions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What came as events, day by day.
@Component
public final class EventCounts implements Arriving {

    /// The table that events are usage of.
    public static final String TABLE = "usage_event";

    private static final String SQL =
            """
            select source_system, day, sum(events) as rows, sum(rejected) as rejected,
                max(last_at) as last_at
            from (
                select source_system, day, events, 0 as rejected, last_at
                from source.event_day
                where day >= :first
                union all
                select source_system, cast(first_seen at time zone :zone as date), count(*),
                    count(*), max(first_seen)
                from source.dead_letter
                where first_seen >= :from and source_system <> :test
                group by 1, 2
            ) as it
            group by source_system, day
            """;

    /// Counts events of one source, in the transaction that keeps them, on the days on which they
    /// were received.
    public void count(
            Session session,
            WorkspaceId workspace,
            String source,
            Conventions conventions,
            List<Instant> received) {
        received.stream()
                .collect(Collectors.groupingBy(conventions::dayOf, TreeMap::new, toList()))
                .forEach((day, its) -> count(session, workspace, source, day, its));
    }

    private static void count(
            Session session,
            WorkspaceId workspace,
            String source,
            LocalDate day,
            List<Instant> received) {
        var last = received.stream().max(Comparator.naturalOrder()).orElseThrow();
        session.sql()
                .sql(
                        """
                        insert into source.event_day as it values (?, ?, ?, ?, ?)
                        on conflict (workspace_id, source_system, day) do update set
                            events = it.events + excluded.events,
                            last_at = greatest(it.last_at, excluded.last_at)
                        """)
                .params(
                        workspace.value(),
                        source,
                        day,
                        received.size(),
                        last.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Way way() {
        return Way.EVENTS;
    }

    @Override
    public List<Arrived> since(Session session, ZoneId zone, LocalDate first) {
        return session.sql()
                .sql(SQL)
                .param("zone", zone.getId())
                .param("first", first)
                .param("from", first.atStartOfDay(zone).toOffsetDateTime())
                .param("test", TestEvents.SOURCE)
                .query((row, _) ->
                        new Arrived(
                                row.getString("source_system"),
                                TABLE,
                                row.getObject("day", LocalDate.class),
                                row.getLong("rows"),
                                row.getLong("rejected"),
                                row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
