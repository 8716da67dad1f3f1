package dev.keepwell.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/// Does the jobs that are due, from the start of the server to its end.
final class Crew implements SmartLifecycle {

    /// The machine we are made for has two cores, and people want to use the server meanwhile.
    private static final int HANDS = 2;

    private static final Duration LOOK = Duration.ofSeconds(5);

    /// How often a holder says that it lives, and how many of these it may miss before it is taken
    /// for dead and its job begun anew.
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int HEARTBEATS_MISSED = 4;
    static final Duration LEASE = HEARTBEAT.multipliedBy(HEARTBEATS_MISSED);

    private static final Duration STOPPING_MAX = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Database database;
    private final Clock clock;
    private final Turns turns;
    private final Jobs jobs;
    private final Map<String, Work> works;
    private final Scheduler scheduler;
    private volatile boolean running;

    Crew(
            Database database,
            Clock clock,
            Turns turns,
            Jobs jobs,
            List<Work> works,
            Duration heartbeat) {
        this.database = database;
        this.clock = clock;
        this.turns = turns;
        this.jobs = jobs;
        this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
        this.scheduler = scheduler(heartbeat);
    }

    private Scheduler scheduler(Duration heartbeat) {
        var task =
                Tasks.oneTime(Turns.TASK)
                        .onFailure(Crew::again)
                        .execute((instance, context) ->
                                perform(
                                        Turns.Turn.of(instance),
                                        context.getSchedulerState()::isShuttingDown));
        return Scheduler.create(turns.source(), task)
                .tableName(Turns.TABLE)
                .threads(HANDS)
                .pollingInterval(LOOK)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .clock(turns.time())
                .shutdownMaxWait(STOPPING_MAX)
                .build();
    }

    @Override
    public void start() {
        database.unscoped(it -> {
            turns.releaseWhatTheDeadHeld(it);
            return true;
        });
        turns.onDue(scheduler::triggerCheckForDueExecutions);
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Only when the server stops or the database does not answer: a job that fails is recorded,
    /// and that is no failure here.
    private static void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, complete.getTimeDone().plus(RETRY));
    }

    private void perform(Turns.Turn turn, BooleanSupplier stopping) {
        var begun =
                database.in(
                        turn.workspace(),
                        it -> new JobTable(it).begin(turn.job(), clock.instant()));
        // Empty when an earlier process ended the job and died before the scheduler knew.
        begun.ifPresent(job -> perform(job, stopping));
    }

    private void perform(Job job, BooleanSupplier stopping) {
        if (job.state() instanceof Job.Running(_, int number, _)) {
            var end = new Attempt(database, clock, stopping, job, number).run(works);
            database.doIn(job.workspace(), it -> finish(it, job, number, end));
            jobs.announceEnd(job.id());
        }
    }

    private void finish(Session session, Job job, int number, Job.End end) {
        var table = new JobTable(session);
        table.lockTurns(job.workspace());
        if (table.finish(job.id(), number, end)) {
            turns.pass(session, job.workspace());
        }
    }
}
