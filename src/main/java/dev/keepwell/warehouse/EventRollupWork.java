package dev.keepwell.warehouse;

import dev.keepwell.job.Job;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Work;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// The roll-up of events as a job.
public final class EventRollupWork implements Work {

    public static final String KIND = "event_rollup";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventRollup rollup;

    EventRollupWork(EventRollup rollup) {
        this.rollup = rollup;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var days = new AtomicInteger();
        var done =
                rollup.run(
                        job.workspace(),
                        day ->
                                progress.report(
                                        JSON.writeValueAsString(
                                                Map.of(
                                                        "day",
                                                        day.toString(),
                                                        "days",
                                                        days.incrementAndGet()))));
        return JSON.writeValueAsString(done);
    }
}
