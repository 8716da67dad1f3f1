package dev.keepwell.health;

import dev.keepwell.job.Job;
import dev.keepwell.job.JobId;
import dev.keepwell.job.JobText;
import dev.keepwell.job.Jobs;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Work;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The job that closes days, asked for by anyone who wants scores up to a day.
@Component
public class Run implements Work {

    private static final String KIND = "run";

    private final Jobs jobs;
    private final Days days;
    private final ClosedDays closedDays;
    private final Restatement restatement;
    private final Workspaces workspaces;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Run(
            Jobs jobs,
            Days days,
            Restatement restatement,
            Workspaces workspaces,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.days = days;
        this.closedDays = days.closed();
        this.restatement = restatement;
        this.workspaces = workspaces;
        this.clock = clock;
        this.events = events;
    }

    private record Order(LocalDate from, LocalDate to, @Nullable Integer modelVersion) {}

    /// Starts a run over the days from `from` to `to`, both included. Without a start it goes on
    /// after the last closed day, without an end it goes up to today. It judges by the model in
    /// force, and days before the one that it was published for by the version before; or by an
    /// earlier version of it, for days on which that one was. Days that are closed stay as they
    /// are, and who names a version for them is told so.
    public JobId start(
            WorkspaceId workspace,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Integer> version) {
        version.ifPresent(it -> days.model(workspace, it)); // Refuses one that does not exist.
        var today = workspaces.conventionsOf(workspace).dayOf(clock.instant());
        var last = to.orElse(today);
        var next = closedDays.last(workspace).map(day -> day.plusDays(1)).orElse(last);
        var first = from.orElse(next.isAfter(last) ? last : next);
        if (first.isAfter(last)) {
            throw Refusal.invalid(
                    "run_days",
                    "A run ends on or after its first day, but got %s to %s."
                            .formatted(first, last));
        }
        version.ifPresent(it -> refuseJudged(workspace, new Period(first, last.plusDays(1)), it));
        return jobs.start(
                workspace, KIND, JobText.of(new Order(first, last, version.orElse(null))));
    }

    private void refuseJudged(WorkspaceId workspace, Period period, int version) {
        var closed = closedDays.published(workspace, period);
        closed.values().removeIf(it -> it == version);
        if (!closed.isEmpty()) {
            throw Refusal.conflict(
                    "days_closed",
                    ("%d days from %s on were closed by another version of the model, and a closed"
                         + " day does not change. './keepwell backfill --from %s --to %s"
                         + " --model-version %d' computes what this version says of them.")
                            .formatted(
                                    closed.size(),
                                    closed.firstKey(),
                                    period.start(),
                                    period.lastDay(),
                                    version));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var order = JobText.read(job.arguments(), Order.class);
        var workspace = job.workspace();
        var today = workspaces.conventionsOf(workspace).dayOf(clock.instant());
        var period = new Period(order.from(), order.to().plusDays(1));
        var look = restatement.look(workspace);
        var last = closedDays.last(workspace).orElse(null);
        var closed =
                days.close(
                        workspace,
                        days.succession(workspace, order.modelVersion()),
                        period,
                        today,
                        progress.steps(day -> JobText.of(Map.of("closed", day))));
        // Whoever lost the job has nothing to tell either.
        progress.report(JobText.of(Map.of("closed", order.to())));
        events.publishEvent(new DaysJudged(workspace, order.to()));
        var aftermath = restatement.after(workspace, look, last, progress);
        return JobText.of(Result.of(closed, aftermath));
    }

    /// The result as scripts read it.
    private record Result(
            LocalDate from,
            LocalDate to,
            String model,
            int version,
            int daysClosed,
            int daysOfOtherVersions,
            int daysInAll,
            long scored,
            long grey,
            int daysRestated,
            long linesRestated,
            @Nullable LocalDate lateFrom) {

        static Result of(Days.Closed closed, Restatement.Aftermath aftermath) {
            var all = closed.all();
            return new Result(
                    closed.period().start(),
                    closed.period().lastDay(),
                    closed.model().name(),
                    closed.model().number(),
                    closed.daysClosed(),
                    closed.daysOfOthers(),
                    all.days(),
                    all.scored(),
                    all.grey(),
                    aftermath.restated().days(),
                    aftermath.restated().lines(),
                    aftermath.waiting());
        }
    }
}
