package dev.keepwell.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Whose turn it is: of each workspace, at most one job at a time is scheduled.
///
/// That makes jobs of one workspace run one after the other, in order, without a lock that a
/// waiting job would hold a thread for. Scheduling takes part in the transaction of its caller, so
/// a job is due exactly when it exists.
final class Turns {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");
    static final String TABLE = "job.scheduled_tasks";

    private final DataSource source;
    private final boolean isSoleUser;
    private final SchedulerClient client;
    private final DatabaseClock time;
    private final AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});

    Turns(DataSource source, boolean isSoleUser) {
        this.source = new TransactionAwareDataSourceProxy(source);
        this.isSoleUser = isSoleUser;
        this.time = new DatabaseClock(source);
        this.client = SchedulerClient.Builder.create(this.source).tableName(TABLE).build();
    }

    /// Connections that join a transaction when there is one.
    DataSource source() {
        return source;
    }

    /// Leases run by the time of the database, whatever the machines of their holders believe.
    DatabaseClock time() {
        return time;
    }

    /// What to do when something may be due, instead of waiting for the next look.
    void onDue(Runnable action) {
        wake.set(action);
    }

    /// Where nobody else uses the database, whoever held a turn before us is dead: no need to wait
    /// until its heartbeats are missed.
    void releaseWhatTheDeadHeld(Session session) {
        if (isSoleUser) {
            session.sql()
                    .sql(
                            """
                            update job.scheduled_tasks set
                                picked = false,
                                picked_by = null,
                                last_heartbeat = null,
                                execution_time = least(execution_time, now()),
                                version = version + 1
                            """)
                    .update();
        }
    }

    void add(Session session, Job job) {
        var table = new JobTable(session);
        table.lockTurns(job.workspace());
        var isFirst = table.next().isEmpty();
        table.add(job);
        if (isFirst) {
            schedule(session, job.workspace(), job.id());
        }
    }

    /// After a job of the workspace has ended, in the same transaction.
    void pass(Session session, WorkspaceId workspace) {
        new JobTable(session).next().ifPresent(it -> schedule(session, workspace, it));
    }

    /// Names a job to the scheduler, which knows no workspaces.
    record Turn(WorkspaceId workspace, JobId job) {

        static Turn of(TaskInstanceId instance) {
            var parts = instance.getId().split("/", 2);
            return new Turn(new WorkspaceId(parts[0]), new JobId(parts[1]));
        }

        String name() {
            return workspace + "/" + job;
        }
    }

    private void schedule(Session session, WorkspaceId workspace, JobId job) {
        // The database's clock: ours may be set to another day, and a job is due in real time.
        var now = session.sql().sql("select now()").query(OffsetDateTime.class).single();
        client.scheduleIfNotExists(
                TASK.instance(new Turn(workspace, job).name()).build(), now.toInstant());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake.get().run();
                    }
                });
    }
}
