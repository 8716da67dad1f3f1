package dev.keepwell.source.event;

import dev.keepwell.job.Holdup;
import dev.keepwell.job.Stage;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// What was accepted and is not dealt with yet. A day is not closed while something waits that may
/// speak of it, and when the first in the queue stays there, a flag goes up.
final class WaitingEvents implements Stage, Holdup {

    private final Database database;
    private final Clock clock;

    WaitingEvents(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Oldest(long seq, OffsetDateTime receivedAt, long events) {}

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Optional<Waiting> waiting(WorkspaceId workspace) {
        return oldest(workspace)
                .map(it -> {
                    var waited = Duration.between(it.receivedAt().toInstant(), clock.instant());
                    return new Waiting(
                            "request " + it.seq(),
                            waited,
                            it.events(),
                            "%s, the first since %s."
                                    .formatted(sentence(it), it.receivedAt().toInstant()));
                });
    }

    @Override
    public Optional<String> reason(WorkspaceId workspace, LocalDate day) {
        return oldest(workspace).map(it -> sentence(it) + ".");
    }

    private static String sentence(Oldest oldest) {
        return "%d events were accepted and are not stored yet".formatted(oldest.events());
    }

    private Optional<Oldest> oldest(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select min(seq) as seq, min(received_at) as received_at,
                                            sum(events) as events
                                        from source.ingest_log
                                        where state = 'waiting'
                                        having count(*) > 0
                                        """)
                                .query((row, _) ->
                                        new Oldest(
                                                row.getLong("seq"),
                                                row.getObject("received_at", OffsetDateTime.class),
                                                row.getLong("events")))
                                .optional());
    }
}
