package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The rows of jobs within one transaction. Each method sees the workspace of its session alone.
record JobTable(Session session) {

    private static final String FINISH =
            """
            update job.job set finished_at = :finished_at, %s
            where job_id = :id and attempts = :attempt and state = 'running'
            """;

    void add(Job job) {
        session.sql()
                .sql(
                        """
                        insert into job.job
                            (workspace_id, job_id, kind, arguments, state, created_at)
                        values (?, ?, ?, ?, 'queued', ?)
                        """)
                .params(
                        job.workspace().value(),
                        job.id().value(),
                        job.kind(),
                        job.arguments(),
                        utc(job.createdAt()))
                .update();
    }

    Optional<Job> find(JobId id) {
        return session.sql()
                .sql("select * from job.job where job_id = ?")
                .param(id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// The job whose turn it is: the one begun, or else the oldest that waits.
    Optional<JobId> next() {
        return session.sql()
                .sql(
                        """
                        select job_id from job.job
                        where state in ('queued', 'running')
                        order by turn
                        limit 1
                        """)
                .query((row, _) -> new JobId(row.getString(1)))
                .optional();
    }

    /// Begins the job, or begins it again after a crash; empty when it is over already.
    Optional<Job> begin(JobId id, Instant now) {
        return session.sql()
                .sql(
                        """
                        update job.job set
                            state = 'running',
                            started_at = ?,
                            progress = '{}',
                            attempts = attempts + 1
                        where job_id = ? and state in ('queued', 'running')
                        returning *
                        """)
                .params(utc(now), id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// False when the job has been begun anew elsewhere since `attempt`: a stalled process must not
    /// overwrite what another one is doing.
    boolean report(JobId id, int attempt, String progress) {
        return session.sql()
                        .sql(
                                """
                                update job.job set progress = ?
                                where job_id = ? and attempts = ? and state = 'running'
                                """)
                        .params(progress, id.value(), attempt)
                        .update()
                == 1;
    }

    /// Nobody begins the job anew before this transaction ends; false when somebody has since
    /// `attempt`.
    boolean hold(JobId id, int attempt) {
        return session.sql()
                .sql(
                        """
                        select 1 from job.job
                        where job_id = ? and attempts = ? and state = 'running'
                        for update
                        """)
                .params(id.value(), attempt)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// Asks for the end of a job that has none yet.
    void cancel(JobId id) {
        session.sql()
                .sql(
                        """
                        update job.job set cancelled = true
                        where job_id = ? and state in ('queued', 'running')
                        """)
                .param(id.value())
                .update();
    }

    boolean isCancelled(JobId id) {
        return session.sql()
                .sql("select cancelled from job.job where job_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    boolean finish(JobId id, int attempt, Job.End end) {
        var update =
                switch (end) {
                    case Job.Done(_, var result) ->
                            session.sql()
                                    .sql(FINISH.formatted("state = 'done', result = :result"))
                                    .param("result", result);
                    case Job.Failed(_, var code, var reason) ->
                            session.sql()
                                    .sql(
                                            FINISH.formatted(
                                                    "state = 'failed', error_code = :code,"
                                                            + " error = :reason"))
                                    .param("code", code)
                                    .param("reason", reason);
                };
        return update.param("finished_at", utc(end.finishedAt()))
                        .param("id", id.value())
                        .param("attempt", attempt)
                        .update()
                == 1;
    }

    /// Held to the end of the transaction: whoever starts or ends a job of this workspace decides
    /// alone whose turn is next.
    void lockTurns(WorkspaceId workspace) {
        session.sql()
                .sql("select pg_advisory_xact_lock(hashtextextended('job/' || ?, 0))::text")
                .param(workspace.value())
                .query(String.class)
                .single();
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                new JobId(row.getString("job_id")),
                new WorkspaceId(row.getString("workspace_id")),
                row.getString("kind"),
                row.getString("arguments"),
                instant(row, "created_at"),
                state(row));
    }

    private static Job.State state(ResultSet row) throws SQLException {
        var word = row.getString("state");
        return switch (word) {
            case "queued" -> new Job.Queued();
            case "running" ->
                    new Job.Running(
                            instant(row, "started_at"),
                            row.getInt("attempts"),
                            row.getString("progress"));
            case "done" -> new Job.Done(instant(row, "finished_at"), row.getString("result"));
            case "failed" ->
                    new Job.Failed(
                            instant(row, "finished_at"),
                            row.getString("error_code"),
                            row.getString("error"));
            default -> throw new IllegalStateException("A job cannot be '%s'.".formatted(word));
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
