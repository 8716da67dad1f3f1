package dev.keepwell.warehouse;

import dev.keepwell.job.Daily;
import dev.keepwell.job.Job;
import dev.keepwell.job.JobId;
import dev.keepwell.job.JobText;
import dev.keepwell.job.Jobs;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Work;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Checkup;
import dev.keepwell.lake.Compaction;
import dev.keepwell.lake.Compaction.Layout;
import dev.keepwell.lake.Garbage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// What the lake needs every night: the events of the day rolled up, small files put together, a
/// share of all files held against their hashes, and what was replaced deleted.
final class Nightly implements Daily, Work {

    static final Layout EVENTS =
            new Layout(
                    EventParts.DATASET,
                    "source_system, account_ref nulls last, occurred_at, message_id");

    private static final String KIND = "nightly";

    private final Jobs jobs;
    private final EventRollup rollup;
    private final Compaction compaction;
    private final RollupMonths months;
    private final Checkup checkup;
    private final Garbage garbage;

    Nightly(
            Jobs jobs,
            EventRollup rollup,
            Compaction compaction,
            RollupMonths months,
            Checkup checkup,
            Garbage garbage) {
        this.jobs = jobs;
        this.rollup = rollup;
        this.compaction = compaction;
        this.months = months;
        this.checkup = checkup;
        this.garbage = garbage;
    }

    /// What it was asked for: the night of which day it is.
    record Order(String day) {}

    record Done(int daysRolledUp, int filesPutTogether, int damaged, int deleted) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 0);
    }

    @Override
    public Optional<JobId> start(WorkspaceId workspace, LocalDate day) {
        return Optional.of(jobs.start(workspace, KIND, JobText.of(new Order(day.toString()))));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var workspace = job.workspace();
        var day = LocalDate.parse(JobText.read(job.arguments(), Order.class).day());
        var rolled =
                rollup.run(workspace, it -> progress.report(JobText.of(new Order(it.toString()))));
        // A day of UTC may still go on where the local one is over.
        int merged =
                compaction.settle(workspace, EVENTS, day.minusDays(1))
                        + months.settle(workspace, day);
        var findings = checkup.share(workspace, _ -> {});
        int deleted = garbage.collect(workspace);
        return JobText.of(new Done(rolled.days(), merged, findings.damages().size(), deleted));
    }
}
