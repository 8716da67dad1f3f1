package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/// Daily work that is overdue: it waits for something, its job failed, or nobody has looked.
final class DailyStage implements Stage {

    private final Schedule schedule;
    private final Clock clock;

    DailyStage(Schedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "daily";
    }

    @Override
    public Optional<Waiting> waiting(WorkspaceId workspace) {
        var overdue =
                schedule.dailies().stream()
                        .flatMap(it -> waiting(workspace, it).stream())
                        .sorted(Comparator.comparing(Waiting::waited).reversed())
                        .toList();
        return overdue.stream()
                .findFirst()
                .map(it -> new Waiting(it.oldest(), it.waited(), overdue.size(), it.reason()));
    }

    private Optional<Waiting> waiting(WorkspaceId workspace, Daily daily) {
        return schedule.overdue(workspace, daily)
                .map(it -> {
                    var item = daily.name() + " of " + it.day();
                    var waited = Duration.between(it.since(), clock.instant());
                    return new Waiting(item, waited, 1, item + ": " + it.reason());
                });
    }
}
