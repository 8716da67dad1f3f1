package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// Jobs of which nobody takes hold: the next one does not get its turn, or whoever works on it no
/// longer says that it lives.
final class JobStage implements Stage {

    /// Leases run by the time of the database, and so does this.
    private static final String HEAD =
            """
            select
                job_id,
                kind,
                (select count(*) from job.job where state in ('queued', 'running')) as jobs,
                coalesce(picked, false) as picked,
                extract(epoch from
                    clock_timestamp()
                    - case when picked then last_heartbeat else execution_time end) as seconds
            from job.job
            left join job.scheduled_tasks
                on task_name = 'job' and task_instance = workspace_id || '/' || job_id
            where state in ('queued', 'running')
            order by turn
            limit 1
            """;

    private final Database database;

    JobStage(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Optional<Waiting> waiting(WorkspaceId workspace) {
        return database.in(
                        workspace, it -> it.sql().sql(HEAD).query((row, _) -> read(row)).optional())
                .filter(it -> it.waited().compareTo(Crew.LEASE) >= 0);
    }

    private static Waiting read(ResultSet row) throws SQLException {
        var job = row.getString("job_id");
        var seconds = row.getDouble("seconds");
        // Without a place in the line of the scheduler, nobody would ever come.
        var waited = row.wasNull() ? Watch.PATIENCE : Duration.ofMillis(Math.round(seconds * 1000));
        var says =
                row.getBoolean("picked")
                        ? "Nothing was heard for %d s of whoever works on the job %s (%s)."
                        : "It has been for %d s the turn of the job %s (%s), and nobody takes it.";
        return new Waiting(
                job,
                waited,
                row.getLong("jobs"),
                says.formatted(waited.toSeconds(), job, row.getString("kind")));
    }
}
