package dev.keepwell.health;

import dev.keepwell.job.JobId;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Optional;

/// Judges the present day by a run, and the past by a back-fill, which stands beside what was said.
record RunRecount(Run run, Backfill backfill) implements Publishing.Recount {

    @Override
    public JobId today(WorkspaceId workspace, LocalDate today) {
        return run.start(workspace, Optional.of(today), Optional.of(today), Optional.empty());
    }

    @Override
    public JobId history(WorkspaceId workspace, int version, LocalDate yesterday) {
        return backfill.start(
                workspace, Optional.empty(), Optional.of(yesterday), Optional.of(version));
    }
}
