package dev.keepwell.metric;

import dev.keepwell.job.Job;
import dev.keepwell.job.JobId;
import dev.keepwell.job.JobText;
import dev.keepwell.job.Jobs;
import dev.keepwell.job.Pace;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Work;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The job that computes a metric on each day of a range, by what is known now, and keeps it.
///
/// A month is one transaction: who is cut off goes on with the month in which that was. Each day is
/// seen as it looked then.
public final class MetricBackfill implements Work {

    public static final String KIND = "metric-backfill";

    private final Jobs jobs;
    private final Filling filling;
    private final Catalogue catalogue;
    private final Workspaces workspaces;
    private final Clock clock;

    MetricBackfill(
            Jobs jobs, Filling filling, Catalogue catalogue, Workspaces workspaces, Clock clock) {
        this.jobs = jobs;
        this.filling = filling;
        this.catalogue = catalogue;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    record Order(String metric, LocalDate from, LocalDate to, List<String> grains) {

        Period days() {
            return new Period(from, to.plusDays(1));
        }

        List<Grain> asked() {
            return grains.stream().map(Grain::named).toList();
        }
    }

    /// Starts a back-fill over the days from `from` to `to`, both included, at one grain, or at all
    /// that the metric is asked per but single users.
    public JobId start(
            WorkspaceId workspace,
            String metric,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<Grain> grain) {
        var asked = catalogue.named(metric);
        var yesterday = workspaces.conventionsOf(workspace).dayOf(clock.instant()).minusDays(1);
        var last = to.orElse(yesterday);
        var days = DaysOver.of(from, last, yesterday);
        var order = new Order(metric, days.start(), days.lastDay(), grains(asked, grain));
        return jobs.start(workspace, KIND, JobText.of(order));
    }

    private static List<String> grains(Metric metric, Optional<Grain> grain) {
        if (grain.isEmpty()) {
            return metric.rules().per().stream()
                    .filter(it -> it != Grain.USER)
                    .map(Grain::word)
                    .toList();
        }
        if (!metric.isAskedPer(grain.get())) {
            throw Refusal.invalid(
                    "grain_not_offered",
                    "%s is not asked per %s.".formatted(metric.name(), grain.get().word()));
        }
        return List.of(grain.get().word());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var order = JobText.read(job.arguments(), Order.class);
        var metric = catalogue.named(order.metric());
        var done = filling.done(job, metric, order.days());
        var pace = new Pace(clock, done, order.days().days());
        var filled =
                filling.fill(
                        job,
                        metric,
                        order,
                        new Filling.Listener() {
                            @Override
                            public void did(LocalDate last, long days) {
                                progress.report(JobText.of(pace.at(last, days)));
                            }

                            @Override
                            public Progress progress() {
                                return progress;
                            }
                        });
        return JobText.of(
                new Result(
                        order.metric(),
                        order.from(),
                        order.to(),
                        filled.days(),
                        done,
                        filled.lines()));
    }

    /// The result as scripts read it. `daysBefore` were done by earlier tries of this job.
    private record Result(
            String metric,
            LocalDate from,
            LocalDate to,
            long daysFilled,
            long daysBefore,
            long lines) {}
}
