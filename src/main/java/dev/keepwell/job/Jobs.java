package dev.keepwell.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The jobs of all workspaces: started once, done even if the server dies in between.
public final class Jobs {

    private final Database database;
    private final Clock clock;
    private final Turns turns;
    private final Map<JobId, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    Jobs(Database database, Clock clock, Turns turns) {
        this.database = database;
        this.clock = clock;
        this.turns = turns;
    }

    /// Promises the work. Called inside a transaction, the promise is made with its commit.
    public JobId start(WorkspaceId workspace, String kind, String arguments) {
        var job =
                new Job(
                        JobId.random(),
                        workspace,
                        kind,
                        arguments,
                        clock.instant(),
                        new Job.Queued());
        database.doIn(workspace, it -> turns.add(it, job));
        return job.id();
    }

    /// Whether this thread works on a job. Else somebody waits for it.
    public static boolean isWorking() {
        return Attempt.UNDERWAY.isBound();
    }

    public Optional<Job> find(WorkspaceId workspace, JobId id) {
        return database.in(workspace, it -> new JobTable(it).find(id));
    }

    /// Waits for a job that this process works on. For programs that end with their job; a request
    /// answers with the id instead.
    public Job await(WorkspaceId workspace, JobId id, Duration patience) {
        var finished = awaited.computeIfAbsent(id, _ -> new CompletableFuture<>());
        try {
            // It may have ended before anybody waited.
            if (!(known(workspace, id).state() instanceof Job.End)) {
                waitFor(finished, patience);
            }
        } finally {
            awaited.remove(id);
        }
        return known(workspace, id);
    }

    private static void waitFor(CompletableFuture<Void> finished, Duration patience) {
        finished.copy().completeOnTimeout(null, patience.toMillis(), MILLISECONDS).join();
    }

    void announceEnd(JobId id) {
        var finished = awaited.get(id);
        if (finished != null) {
            finished.complete(null);
        }
    }

    private Job known(WorkspaceId workspace, JobId id) {
        return find(workspace, id)
                .orElseThrow(() ->
                        Refusal.unknown("unknown_job", "There is no job '%s'.".formatted(id)));
    }
}
