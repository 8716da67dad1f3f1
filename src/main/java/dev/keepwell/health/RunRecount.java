package dev.keepwell.health;

import dev.keepwell.job.JobId;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Optional;

/// Judges by a new version with runs.
record RunRecount(Run run, ClosedDays closedDays) implements Publishing.Recount {

    @Override
    public JobId today(WorkspaceId workspace, LocalDate today) {
        return run.start(workspace, Optional.of(today), Optional.of(today), Optional.empty());
    }

    @Override
    public JobId history(WorkspaceId workspace, int version, LocalDate yesterday) {
        return run.start(
                workspace,
                closedDays.first(workspace),
                Optional.of(yesterday),
                Optional.of(version));
    }
}
