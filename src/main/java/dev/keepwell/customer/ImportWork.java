package dev.keepwell.customer;

import dev.keepwell.job.Job;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Steps;
import dev.keepwell.job.Work;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Imports;
import java.time.Duration;
import java.util.Map;
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

    private static Steps<FileProgress> reports(Progress progress) {
        return new Steps<>() {
            private long last = System.nanoTime() - BETWEEN_REPORTS;

            @Override
            public void done(FileProgress file) {
                if (System.nanoTime() - last >= BETWEEN_REPORTS) {
                    last = System.nanoTime();
                    progress.report(text(file));
                }
            }

            @Override
            public void hold(Session session) {
                progress.hold(session);
            }
        };
    }

    private static String text(FileProgress file) {
        return JSON.writeValueAsString(
                Map.of("file", file.file(), "table", file.table(), "lines", file.linesDone()));
    }
}
