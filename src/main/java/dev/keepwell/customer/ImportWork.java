package dev.keepwell.customer;

import dev.keepwell.job.Job;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Work;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Imports;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// The work of the job `import`: takes the files of one import in.
final class ImportWork implements Work {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// A report is a commit, and nobody looks more often.
    private static final long BETWEEN_REPORTS = Duration.ofSeconds(1).toNanos();

    private final Intake intake;

    ImportWork(Intake intake) {
        this.intake = intake;
    }

    @Override
    public String kind() {
        return Imports.JOB;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var importId = JSON.readTree(job.arguments()).required("import").asString();
        return intake.run(job.workspace(), importId, reports(progress)).json();
    }

    private static Consumer<FileProgress> reports(Progress progress) {
        var last = new long[] {System.nanoTime() - BETWEEN_REPORTS};
        return file -> {
            if (System.nanoTime() - last[0] >= BETWEEN_REPORTS) {
                last[0] = System.nanoTime();
                progress.report(
                        JSON.writeValueAsString(
                                Map.of(
                                        "file",
                                        file.file(),
                                        "table",
                                        file.table(),
                                        "lines",
                                        file.linesDone())));
            }
        };
    }
}
