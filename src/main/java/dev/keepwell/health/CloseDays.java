package dev.keepwell.health;

import dev.keepwell.job.Daily;
import dev.keepwell.job.JobId;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Closes the days that are over, every night.
@Component
final class CloseDays implements Daily {

    /// Half an hour for what was still on its way at midnight.
    private static final LocalTime AT = LocalTime.of(0, 30);

    private final Run run;
    private final LateData lateData;

    CloseDays(Run run, LateData lateData) {
        this.run = run;
        this.lateData = lateData;
    }

    @Override
    public String name() {
        return "close-days";
    }

    @Override
    public LocalTime at() {
        return AT;
    }

    /// A run over the days that are not closed yet, up to the one before. As long as nothing has
    /// arrived, nothing is closed: history that somebody imports next week would find its days
    /// closed and empty.
    @Override
    public Optional<JobId> start(WorkspaceId workspace, LocalDate day) {
        if (!lateData.hasBegun(workspace)) {
            return Optional.empty();
        }
        var yesterday = Optional.of(day.minusDays(1));
        return Optional.of(run.start(workspace, Optional.empty(), yesterday, Optional.empty()));
    }
}
