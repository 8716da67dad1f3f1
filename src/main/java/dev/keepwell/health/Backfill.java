package dev.keepwell.health;

import dev.keepwell.job.Job;
import dev.keepwell.job.JobId;
import dev.keepwell.job.JobText;
import dev.keepwell.job.Jobs;
import dev.keepwell.job.Pace;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Work;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.DaysOver;
import dev.keepwell.postgres.Session;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The job that computes what a version of the model says of history, beside what was published.
@Component
public class Backfill implements Work {

    public static final String KIND = "backfill";

    private final Jobs jobs;
    private final Days days;
    private final Backfilling backfilling;
    private final ClosedDays closedDays;
    private final Workspaces workspaces;
    private final Clock clock;

    Backfill(
            Jobs jobs,
            Days days,
            Backfilling backfilling,
            ClosedDays closedDays,
            Workspaces workspaces,
            Clock clock) {
        this.jobs = jobs;
        this.days = days;
        this.backfilling = backfilling;
        this.closedDays = closedDays;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    private record Order(LocalDate from, LocalDate to, int modelVersion) {}

    /// Starts a back-fill over the days from `from` to `to`, both included; without them from the
    /// first closed day to yesterday. It judges by the model in force, or by the version.
    public JobId start(
            WorkspaceId workspace,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Integer> version) {
        var model = days.model(workspace, version.orElse(null));
        var yesterday = workspaces.conventionsOf(workspace).dayOf(clock.instant()).minusDays(1);
        var last = to.orElse(yesterday);
        var first = from.or(() -> closedDays.first(workspace)).orElse(last);
        var over = DaysOver.of(first, last, yesterday);
        var order = new Order(over.start(), over.lastDay(), model.number());
        return jobs.start(workspace, KIND, JobText.of(order));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var order = JobText.read(job.arguments(), Order.class);
        var workspace = job.workspace();
        var model = days.model(workspace, order.modelVersion());
        var period = new Period(order.from(), order.to().plusDays(1));
        var before = backfilling.done(workspace, model, period);
        var pace = new Pace(clock, before, period.days());
        var filled = backfilling.fill(workspace, model, period, listener(progress, pace));
        var all = closedDays.total(workspace, new Series.Backfill(model.number()), period);
        return JobText.of(
                new Result(
                        order.from(),
                        order.to(),
                        model.name(),
                        model.number(),
                        filled,
                        all.days(),
                        all.scored(),
                        all.grey()));
    }

    private static Backfilling.Listener listener(Progress progress, Pace pace) {
        return new Backfilling.Listener() {
            @Override
            public void closed(LocalDate day, int done) {
                progress.report(JobText.of(pace.at(day, done)));
            }

            @Override
            public void hold(Session session) {
                progress.hold(session);
            }
        };
    }

    /// The result as scripts read it.
    private record Result(
            LocalDate from,
            LocalDate to,
            String model,
            int version,
            int daysClosed,
            int daysInAll,
            long scored,
            long grey) {}
}
