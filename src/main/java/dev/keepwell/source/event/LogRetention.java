package dev.keepwell.source.event;

import dev.keepwell.job.Daily;
import dev.keepwell.job.JobId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Forgets requests that were dealt with long ago. What still waits is kept, however old it is.
final class LogRetention implements Daily {

    /// As long as every file of the lake is looked at once: what is found damaged can then be
    /// written again.
    private static final Duration KEPT = Duration.ofDays(8);

    private final Database database;
    private final Clock clock;

    LogRetention(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-requests";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(4, 0);
    }

    @Override
    public Optional<JobId> start(WorkspaceId workspace, LocalDate day) {
        forget(workspace);
        return Optional.empty();
    }

    int forget(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        delete from source.ingest_log
                                        where state = 'done' and done_at < ?
                                        """)
                                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                                .update());
    }
}
