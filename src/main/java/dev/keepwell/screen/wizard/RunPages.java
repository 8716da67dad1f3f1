package dev.keepwell.screen.wizard;

import dev.keepwell.customer.Trials;
import dev.keepwell.job.Job;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Imports;
import org.springframework.stereotype.Component;

/// Says how far a running import has come.
@Component
class RunPages {

    private final Imports imports;
    private final Jobs jobs;
    private final Trials trials;

    RunPages(Imports imports, Jobs jobs, Trials trials) {
        this.imports = imports;
        this.jobs = jobs;
        this.trials = trials;
    }

    RunPage of(WorkspaceId workspace, String importId) {
        var job =
                imports.preparations()
                        .job(workspace, importId)
                        .flatMap(it -> jobs.find(workspace, it));
        var done =
                imports.progress(workspace, importId).stream()
                        .mapToLong(FileProgress::linesDone)
                        .sum();
        var all = rows(workspace, importId);
        var percent = all == 0 ? 0 : (int) Math.min(99, done * 100 / all);
        if (job.isEmpty()) {
            return new RunPage("not started", 0, "It has not started yet.", false, "");
        }
        return switch (job.get().state()) {
            case Job.Queued _ ->
                    new RunPage("waiting", 0, "Waits for other work to end.", false, "");
            case Job.Running _ ->
                    new RunPage(
                            "running",
                            percent,
                            "%,d of %,d rows".formatted(done, Math.max(all, done)),
                            false,
                            "");
            case Job.Done _ -> new RunPage("done", 100, "%,d rows".formatted(done), true, "");
            case Job.Failed failed ->
                    new RunPage("failed", percent, "It stopped.", false, failed.reason());
        };
    }

    /// As many as the trial has seen.
    private long rows(WorkspaceId workspace, String importId) {
        return trials.latest(workspace, importId)
                .map(it -> it.tables().stream().mapToLong(fed -> fed.rows()).sum())
                .orElse(0L);
    }
}
