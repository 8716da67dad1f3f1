package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.util.List;

/// The account of every event: what came is what was stored, known already, set aside, or waits.
public final class Balance {

    private static final String SQL =
            """
            with waiting as (
                select source_system, sum(events) as waiting
                from source.ingest_log where state = 'waiting'
                group by source_system
            )
            select
                received.source_system,
                received.events,
                received.refused,
                coalesce(outcome.stored, 0)      as stored,
                coalesce(outcome.duplicate, 0)   as duplicate,
                coalesce(outcome.conflicting, 0) as conflicting,
                coalesce(outcome.set_aside, 0)   as set_aside,
                coalesce(waiting.waiting, 0)     as waiting
            from source.received_count as received
            left join source.outcome_count as outcome using (source_system)
            left join waiting using (source_system)
            order by received.source_system
            """;

    private final Database database;

    public Balance(Database database) {
        this.database = database;
    }

    /// The events of one source since it first sent. Those refused at the door are set aside, too;
    /// repetitions with another content are duplicates, too.
    public record Line(
            String source,
            long received,
            long refused,
            long stored,
            long duplicate,
            long conflicting,
            long setAside,
            long waiting) {

        public long accepted() {
            return received - refused;
        }

        public boolean isBalanced() {
            return received == stored + duplicate + setAside + waiting;
        }

        Line plus(Line more) {
            return new Line(
                    source,
                    received + more.received,
                    refused + more.refused,
                    stored + more.stored,
                    duplicate + more.duplicate,
                    conflicting + more.conflicting,
                    setAside + more.setAside,
                    waiting + more.waiting);
        }
    }

    /// In one statement, so that all of it is of one moment.
    public List<Line> bySource(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(SQL)
                                .query((row, _) ->
                                        new Line(
                                                row.getString("source_system"),
                                                row.getLong("events"),
                                                row.getLong("refused"),
                                                row.getLong("stored"),
                                                row.getLong("duplicate")
                                                        + row.getLong("conflicting"),
                                                row.getLong("conflicting"),
                                                row.getLong("set_aside"),
                                                row.getLong("waiting")))
                                .list());
    }

    public static Line total(List<Line> lines) {
        return lines.stream().reduce(new Line("", 0, 0, 0, 0, 0, 0, 0), Line::plus);
    }
}
