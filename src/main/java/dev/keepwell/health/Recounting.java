package dev.keepwell.health;

import dev.keepwell.job.JobId;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Optional;

/// Judges by a new version: today with a run, history with a back-fill.
record Recounting(Run run, Backfill backfill) implements Publishing.Recount {

    @Override
    public JobId today(WorkspaceId workspace, LocalDate today) {
        // Days before it that are still open come first: none may be skipped for good.
        return run.start(workspace, Optional.empty(), Optional.of(today), Optional.empty());
    }

    @Override
    public JobId history(WorkspaceId workspace, int version) {
        return backfill.start(workspace, Optional.empty(), Optional.empty(), Optional.of(version));
    }
}
