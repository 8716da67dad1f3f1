package dev.keepwell.health;

import dev.keepwell.health.Verifying.Difference;
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

/// The job that scores every account-day again from the ledger alone.
@Component
public class Verification implements Work {

    private static final String KIND = "verification";

    private final Jobs jobs;
    private final Verifying verifying;

    Verification(Jobs jobs, Verifying verifying) {
        this.jobs = jobs;
        this.verifying = verifying;
    }

    /// Starts a verification of all that the ledger of the workspace says.
    public JobId start(WorkspaceId workspace) {
        return jobs.start(workspace, KIND, "{}");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var verified =
                verifying.verify(
                        job.workspace(),
                        lines -> progress.report(JobText.of(Map.of("account_days", lines))));
        return JobText.of(
                new Result(
                        verified.lines(),
                        verified.lines() - verified.differing(),
                        verified.differing(),
                        verified.bytesPerLine(),
                        verified.first()));
    }

    /// The result as scripts read it.
    private record Result(
            long accountDays,
            long identical,
            long differing,
            double bytesPerAccountDay,
            List<Difference> differences) {}
}
