package dev.keepwell.lake;

import dev.keepwell.job.Job;
import dev.keepwell.job.JobId;
import dev.keepwell.job.JobText;
import dev.keepwell.job.Jobs;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Work;
import dev.keepwell.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The job that holds every file of a workspace's lake against its hash.
@Component
public class LakeVerification implements Work {

    private static final String KIND = "verify-lake";
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final Jobs jobs;
    private final Checkup checkup;

    LakeVerification(Jobs jobs, Checkup checkup) {
        this.jobs = jobs;
        this.checkup = checkup;
    }

    public JobId start(WorkspaceId workspace) {
        return jobs.start(workspace, KIND, "{}");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var findings = checkup.all(job.workspace(), new Telling(progress)::tell);
        return JobText.of(
                new Result(
                        findings.files(),
                        findings.rows(),
                        findings.damages().size(),
                        findings.lost(),
                        findings.damages().stream().map(Line::of).toList()));
    }

    /// Tells once a second how far it is.
    private static final class Telling {

        private final Progress progress;
        private long toldAt = System.nanoTime();

        Telling(Progress progress) {
            this.progress = progress;
        }

        void tell(Findings findings) {
            if (System.nanoTime() - toldAt >= PAUSE_NANOS) {
                progress.report(JobText.of(Map.of("files", findings.files())));
                toldAt = System.nanoTime();
            }
        }
    }

    /// The result as scripts read it.
    private record Result(long files, long rows, long damaged, long lost, List<Line> damages) {}

    /// A damaged file as scripts read it.
    private record Line(
            String state,
            String dataset,
            String part,
            String path,
            String expectedSha256,
            String found) {

        static Line of(Damage damage) {
            var state =
                    switch (damage.state()) {
                        case REBUILT -> "rebuilt";
                        case RETURNED -> "returned";
                        case LOST -> "lost";
                    };
            return new Line(
                    state,
                    damage.dataset(),
                    damage.part(),
                    damage.path(),
                    damage.expected(),
                    damage.found());
        }
    }
}
