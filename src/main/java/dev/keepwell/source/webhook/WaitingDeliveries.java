package dev.keepwell.source.webhook;

import dev.keepwell.job.Holdup;
import dev.keepwell.job.Stage;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// What webhooks delivered and nobody looked at yet. A day is not closed while something waits that
/// may speak of it; what comes to a paused address waits for a person, and holds nothing up.
final class WaitingDeliveries implements Stage, Holdup {

    private final Database database;
    private final Clock clock;

    WaitingDeliveries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Oldest(long seq, OffsetDateTime receivedAt, long count) {}

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Optional<Waiting> waiting(WorkspaceId workspace) {
        return oldest(workspace)
                .map(it ->
                        new Waiting(
                                "delivery " + it.seq(),
                                Duration.between(it.receivedAt().toInstant(), clock.instant()),
                                it.count(),
                                "%s, the first since %s."
                                        .formatted(sentence(it), it.receivedAt().toInstant())));
    }

    @Override
    public Optional<String> reason(WorkspaceId workspace, LocalDate day) {
        return oldest(workspace).map(it -> sentence(it) + ".");
    }

    private static String sentence(Oldest oldest) {
        return "%d deliveries of webhooks are not records yet".formatted(oldest.count());
    }

    private Optional<Oldest> oldest(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select min(seq) as seq, min(received_at) as received_at,
                                            count(*) as count
                                        from source.webhook_delivery as delivery
                                        where state = 'waiting' and %s
                                        having count(*) > 0
                                        """
                                                .formatted(DeliveryLog.NOT_PAUSED))
                                .query((row, _) ->
                                        new Oldest(
                                                row.getLong("seq"),
                                                row.getObject("received_at", OffsetDateTime.class),
                                                row.getLong("count")))
                                .optional());
    }
}
