package dev.keepwell.bench;

import dev.keepwell.Keepwell;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.health.Run;
import dev.keepwell.job.Job;
import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.Import;
import dev.keepwell.source.Imports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A home with a company of a size in it, and the application that runs on it. A home is made once
/// and used again by the next run.
final class Town implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final String MADE = "bench-made";

    private final Path home;
    private final ConfigurableApplicationContext context;

    private Town(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    /// `memory` is what the engine may hold: `400MB`.
    static Town open(Path folder, Size size, String memory) {
        var home = folder.resolve(size.folder());
        var town = new Town(home, start(home, memory));
        if (!Files.exists(home.resolve(MADE))) {
            town.make(size);
        }
        return town;
    }

    private static ConfigurableApplicationContext start(Path home, String memory) {
        return new SpringApplication(Keepwell.class)
                .run(
                        "--server.port=0",
                        "--keepwell.home=" + home,
                        "--keepwell.database-url=",
                        "--keepwell.engine.memory=" + memory,
                        "--keepwell.ingest.requests-per-second=1000000",
                        "--keepwell.ingest.megabytes-per-second=2000",
                        "--keepwell.test.parse-only=yes",
                        "--logging.level.root=ERROR");
    }

    Path home() {
        return home;
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private void make(Size size) {
        var files = home.resolve("crowd");
        new Crowd(size).write(files);
        bring(files);
        new Traffic(size, bean(Database.class), bean(Lake.class)).write(bean(DuckDb.Bounds.class));
        try {
            Files.createFile(home.resolve(MADE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bring(Path files) {
        var imports = bean(Imports.class);
        var order = Import.Order.CANONICAL.completeUntil(Size.LAST_DAY);
        var id = imports.create(WorkspaceId.DEFAULT, order).id();
        try (var listed = Files.newDirectoryStream(files, "*.csv")) {
            for (var file : listed) {
                try (var content = Files.newInputStream(file)) {
                    var name = String.valueOf(file.getFileName());
                    imports.upload(WorkspaceId.DEFAULT, id, name, content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done(imports.start(WorkspaceId.DEFAULT, id, bean(Jobs.class)));
    }

    /// What a job answered, once it is over.
    String done(JobId id) {
        var job = bean(Jobs.class).await(WorkspaceId.DEFAULT, id, PATIENCE);
        if (job.state() instanceof Job.Done(_, var result)) {
            return result;
        }
        throw new IllegalStateException("The job ended as " + job);
    }

    /// The day of the newest scores.
    Optional<LocalDate> lastJudged() {
        return bean(CurrentScores.class).day(WorkspaceId.DEFAULT);
    }

    /// Judges all accounts on one day.
    void close(LocalDate day) {
        var one = Optional.of(day);
        done(bean(Run.class).start(WorkspaceId.DEFAULT, one, one, Optional.empty()));
    }

    @Override
    public void close() {
        context.close();
    }
}
