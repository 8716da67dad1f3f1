package dev.keepwell.health;

import dev.keepwell.health.Restating.Restated;
import dev.keepwell.job.Job;
import dev.keepwell.job.JobId;
import dev.keepwell.job.JobText;
import dev.keepwell.job.Jobs;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Steps;
import dev.keepwell.job.Work;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The job that judges published days again by what is known now. Metrics have a restatement of
/// their own, so the bean goes by another name.
@Component("restatementOfDays")
public class Restatement implements Work {

    private static final String KIND = "restatement";

    /// Windows look back a month, so a run that hears of late data restates no more than that by
    /// itself. What reaches further waits for somebody who asks.
    private static final int DAYS_AT_ONCE = 31;

    private final Jobs jobs;
    private final Restating restating;
    private final LateData lateData;
    private final ClosedDays closedDays;

    Restatement(Jobs jobs, Restating restating, LateData lateData, ClosedDays closedDays) {
        this.jobs = jobs;
        this.restating = restating;
        this.lateData = lateData;
        this.closedDays = closedDays;
    }

    private record Order(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /// Starts a restatement of the days from `from` to `to`, both included. Without a start it
    /// begins with the first day that late records speak of, without an end it goes up to the last
    /// closed day, since windows and bands carry on what happened before.
    public JobId start(WorkspaceId workspace, Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw Refusal.invalid(
                    "restatement_days",
                    "A restatement ends on or after its first day, but got %s to %s."
                            .formatted(from.get(), to.get()));
        }
        var order = new Order(from.orElse(null), to.orElse(null));
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
        var look = lateData.look(workspace);
        var last = closedDays.last(workspace);
        var steps = steps(progress);
        var from = Optional.ofNullable(order.from()).or(look::first);
        if (last.isEmpty() || from.isEmpty()) {
            lateData.settle(workspace, look.mark(), null, steps);
            return JobText.of(new Result(null, null, 0, 0, null));
        }
        var oldest = closedDays.first(workspace).orElseThrow();
        var first = later(from.get(), oldest);
        var to = earlier(Objects.requireNonNullElse(order.to(), last.get()), last.get());
        var restated = restate(workspace, first, to, steps);
        var touched = look.first().map(it -> later(it, oldest));
        var waiting = touched.flatMap(it -> waiting(it, first, to, last.get())).orElse(null);
        lateData.settle(workspace, look.mark(), waiting, steps);
        return JobText.of(new Result(first, to, restated.days(), restated.lines(), waiting));
    }

    /// What a run does about late records: it restates the last month of the days up to `last`, as
    /// far as they speak of it. `look` was taken before the run closed anything.
    Aftermath after(
            WorkspaceId workspace,
            LateData.Look look,
            @Nullable LocalDate last,
            Progress progress) {
        var steps = steps(progress);
        var news = look.news();
        if (last == null || news == null || news.isAfter(last)) {
            lateData.settle(workspace, look.mark(), look.waiting(), steps);
            return new Aftermath(new Restated(0, 0), look.waiting());
        }
        var first = later(news, last.minusDays(DAYS_AT_ONCE - 1L));
        var restated = restate(workspace, first, last, steps);
        var touched = later(news, closedDays.first(workspace).orElse(last));
        var left = touched.isBefore(first) ? touched : null;
        var waiting = new LateData.Look(look.mark(), left, look.waiting()).first().orElse(null);
        lateData.settle(workspace, look.mark(), waiting, steps);
        return new Aftermath(restated, waiting);
    }

    private static Steps<LocalDate> steps(Progress progress) {
        return progress.steps(day -> JobText.of(Map.of("restated", day)));
    }

    /// What a run restated, and the first day that waits for somebody to ask for it.
    record Aftermath(Restated restated, @Nullable LocalDate waiting) {}

    LateData.Look look(WorkspaceId workspace) {
        return lateData.look(workspace);
    }

    private Restated restate(
            WorkspaceId workspace, LocalDate first, LocalDate to, Steps<LocalDate> steps) {
        return first.isAfter(to)
                ? new Restated(0, 0)
                : restating.restate(workspace, new Period(first, to.plusDays(1)), steps);
    }

    /// The first of the touched days that is still to be restated after these were.
    private static Optional<LocalDate> waiting(
            LocalDate touched, LocalDate first, LocalDate to, LocalDate last) {
        var next = touched.isBefore(first) ? touched : later(touched, to.plusDays(1));
        return Optional.of(next).filter(it -> !it.isAfter(last));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /// The result as scripts read it; the days are null when there was nothing to restate.
    private record Result(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int daysRestated,
            long linesRestated,
            @Nullable LocalDate lateFrom) {}
}
