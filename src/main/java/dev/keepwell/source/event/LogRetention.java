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
///
/// The log has a part for each day, made ahead. The part of a forgotten day is dropped as a whole;
/// only what outlived its day there, and what lies in no day's part, is deleted row by row.
final class LogRetention implements Daily {

    /// As long as every file of the lake is looked at once: what is found damaged can then be
    /// written again.
    private static final Duration KEPT = Duration.ofDays(8);

    /// A part is dropped when all of its day is over, so a row of it may be as much older.
    private static final Duration DROPPED_BY = Duration.ofDays(2);

    /// A server that was away for a week finds its parts when it comes back.
    private static final int DAYS_AHEAD = 7;

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
        turn();
        forget(workspace);
        return Optional.empty();
    }

    /// Makes the parts of the next days and drops those that are forgotten: so many of these.
    int turn() {
        var now = clock.instant();
        return database.unscoped(session ->
                session.sql()
                        .sql("select source.turn_log_days(?, ?, ?)")
                        .param(LocalDate.ofInstant(now, ZoneOffset.UTC))
                        .param(DAYS_AHEAD)
                        .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single());
    }

    /// Deletes what no part will take with it: so many requests.
    int forget(WorkspaceId workspace) {
        var forgotten = clock.instant().minus(KEPT);
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        delete from source.ingest_log
                                        where state = 'done' and done_at < ? and received_at < ?
                                        """)
                                .param(forgotten.atOffset(ZoneOffset.UTC))
                                .param(forgotten.minus(DROPPED_BY).atOffset(ZoneOffset.UTC))
                                .update());
    }
}
