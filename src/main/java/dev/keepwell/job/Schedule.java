package dev.keepwell.job;

import dev.keepwell.job.DailyTable.First;
import dev.keepwell.job.DailyTable.Started;
import dev.keepwell.job.DailyTable.Waiting;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Starts what is to be done once for each local date, date after date.
final class Schedule {

    private static final String UNSEEN = "It is due, and nobody has begun it.";

    private final Database database;
    private final Clock clock;
    private final Function<WorkspaceId, ZoneId> zones;
    private final List<Daily> dailies;
    private final List<Holdup> holdups;

    Schedule(
            Database database,
            Clock clock,
            Function<WorkspaceId, ZoneId> zones,
            List<Daily> dailies,
            List<Holdup> holdups) {
        this.database = database;
        this.clock = clock;
        this.zones = zones;
        this.dailies = dailies;
        this.holdups = holdups;
    }

    List<Daily> dailies() {
        return dailies;
    }

    /// A date that is due, with the zone by which it is.
    private record Due(Daily daily, LocalDate day, ZoneId zone, Instant at) {}

    /// Starts what is due, of each daily work one date at most.
    void look(WorkspaceId workspace) {
        var zone = zones.apply(workspace);
        for (var daily : dailies) {
            try {
                database.doIn(workspace, it -> look(new DailyTable(it, workspace), daily, zone));
            } catch (Refusal e) {
                refused(workspace, daily, zone, e.reason());
            }
        }
    }

    private void look(DailyTable table, Daily daily, ZoneId zone) {
        if (table.lock()) {
            due(table, daily, zone).ifPresent(it -> begin(table, it));
        }
    }

    /// The oldest date that is due and has not begun. A date comes after the one before has ended,
    /// so that those caught up do not fill the queue before all else.
    private Optional<Due> due(DailyTable table, Daily daily, ZoneId zone) {
        var dates = new LocalDates(zone, daily.at());
        var now = clock.instant();
        var last = table.last(daily.name()).orElse(null);
        if (last == null) {
            var today = dates.last(now);
            table.first(daily.name(), today, zone, dates.due(today));
            return Optional.empty();
        }
        return switch (last.state()) {
            case Waiting _ -> Optional.of(new Due(daily, last.day(), zone, last.due()));
            case Started it when !it.over() -> Optional.empty();
            case Started _, First _ ->
                    dates.after(last.day(), now)
                            .map(day -> new Due(daily, day, zone, dates.due(day)));
        };
    }

    private void begin(DailyTable table, Due due) {
        var workspace = table.workspace();
        var reason =
                holdups.stream()
                        .flatMap(it -> it.reason(workspace, due.day()).stream())
                        .findFirst()
                        .orElse(null);
        waits(table, due, reason == null ? "It begins." : reason);
        if (reason == null) {
            var job = due.daily().start(workspace, due.day()).orElse(null);
            table.started(due.daily().name(), due.day(), job, clock.instant());
        }
    }

    private static void waits(DailyTable table, Due due, String reason) {
        table.waits(due.daily().name(), due.day(), due.zone(), due.at(), reason);
    }

    /// What was begun with the refusal is rolled back, and the date waits for another answer.
    private void refused(WorkspaceId workspace, Daily daily, ZoneId zone, String reason) {
        database.doIn(
                workspace,
                it -> {
                    var table = new DailyTable(it, workspace);
                    if (table.lock()) {
                        due(table, daily, zone).ifPresent(due -> waits(table, due, reason));
                    }
                });
    }

    /// What of a daily work is overdue, for whoever watches: a date that waits, one that failed, or
    /// one that nobody has looked at.
    record Overdue(LocalDate day, Instant since, String reason) {}

    Optional<Overdue> overdue(WorkspaceId workspace, Daily daily) {
        var dates = new LocalDates(zones.apply(workspace), daily.at());
        return database.in(
                workspace,
                session ->
                        new DailyTable(session, workspace)
                                .last(daily.name())
                                .flatMap(it -> overdue(it, dates)));
    }

    private Optional<Overdue> overdue(DailyTable.Row last, LocalDates dates) {
        return switch (last.state()) {
            case Waiting(var reason) -> Optional.of(new Overdue(last.day(), last.due(), reason));
            case Started(var at, _, var failure) when failure != null ->
                    Optional.of(new Overdue(last.day(), at, "It failed. " + failure));
            case Started it when !it.over() -> Optional.empty();
            case Started _, First _ ->
                    dates.after(last.day(), clock.instant())
                            .map(day -> new Overdue(day, dates.due(day), UNSEEN));
        };
    }
}
