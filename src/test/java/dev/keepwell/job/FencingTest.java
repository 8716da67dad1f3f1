package dev.keepwell.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.postgres.Session;
import dev.keepwell.story.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Two servers on one database, of which one stands still for longer than its lease.
class FencingTest {

    private static final Duration HEARTBEAT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock = Clock.systemUTC();
    private final DataSource source = TestDatabase.postgres().source();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final Stalling stalling = new Stalling(source);
    private final CompletableFuture<Throwable> refused = new CompletableFuture<>();
    private final Server stalled = new Server(stalling);
    private final Server healthy = new Server(source);

    /// Stands still as a stopped process does: whoever asks for a connection waits.
    private static final class Stalling extends DelegatingDataSource {

        private volatile CountDownLatch gate = new CountDownLatch(0);

        Stalling(DataSource target) {
            super(target);
        }

        void stop() {
            gate = new CountDownLatch(1);
        }

        void goOn() {
            gate.countDown();
        }

        void pass() {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Connection getConnection() throws SQLException {
            pass();
            return super.getConnection();
        }
    }

    private final class Server {

        private final Database database;
        private final Turns turns;
        private final Jobs jobs;

        Server(DataSource source) {
            database = new Database(source);
            turns = new Turns(source, false);
            jobs = new Jobs(database, clock, turns);
        }

        Crew hire(Consumer<Progress> deed) {
            var work =
                    new Work() {
                        @Override
                        public String kind() {
                            return "writing";
                        }

                        @Override
                        public String perform(Job job, Progress progress) {
                            deed.accept(progress);
                            return "" + ((Job.Running) job.state()).attempt();
                        }
                    };
            return new Crew(database, clock, turns, jobs, List.of(work), HEARTBEAT);
        }

        void write(String line, Progress progress) {
            database.doIn(
                    workspace,
                    session -> {
                        append(session, line);
                        progress.hold(session);
                    });
        }
    }

    @AfterEach
    void goOn() {
        stalling.goOn();
    }

    @Test
    void a_holder_that_stood_still_for_longer_than_its_lease_changes_nothing() throws Exception {
        var begun = new CountDownLatch(1);
        var slow =
                stalled.hire(progress -> {
                    stalled.write("in time", progress);
                    stalling.stop();
                    begun.countDown();
                    stalling.pass();
                    writeLate(progress);
                });
        var id = healthy.jobs.start(workspace, "writing", "{}");
        slow.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        var quick = healthy.hire(progress -> healthy.write("instead", progress));
        quick.start();
        var end = healthy.jobs.await(workspace, id, PATIENCE);
        stalling.goOn();

        assertThat(refused.get(30, TimeUnit.SECONDS)).isInstanceOf(Attempt.Interruption.class);
        slow.stop();
        quick.stop();
        assertThat(end.state())
                .isInstanceOfSatisfying(
                        Job.Done.class, it -> assertThat(it.result()).isEqualTo("2"));
        assertThat(healthy.jobs.find(workspace, id)).hasValue(end);
        assertThat(lines()).containsExactly("in time", "instead");
    }

    @Test
    void a_holder_that_stands_still_while_it_writes_does_not_keep_others_from_the_job()
            throws Exception {
        var begun = new CountDownLatch(1);
        var slow =
                stalled.hire(progress -> {
                    try {
                        stalled.database.doIn(
                                workspace,
                                session -> {
                                    append(session, "late");
                                    stalling.stop();
                                    begun.countDown();
                                    stalling.pass();
                                    progress.hold(session);
                                });
                    } catch (RuntimeException e) {
                        refused.complete(e);
                        throw e;
                    }
                });
        var id = healthy.jobs.start(workspace, "writing", "{}");
        slow.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        var quick = healthy.hire(progress -> healthy.write("instead", progress));
        quick.start();
        healthy.jobs.await(workspace, id, PATIENCE);
        stalling.goOn();

        assertThat(refused.get(30, TimeUnit.SECONDS)).isInstanceOf(Attempt.Interruption.class);
        slow.stop();
        quick.stop();
        assertThat(lines()).containsExactly("instead");
    }

    private void writeLate(Progress progress) {
        try {
            stalled.write("late", progress);
        } catch (RuntimeException e) {
            refused.complete(e);
            throw e;
        }
        refused.completeExceptionally(new AssertionError("It wrote."));
    }

    /// Any table will do that takes lines.
    private void append(Session session, String line) {
        session.sql()
                .sql(
                        """
                        insert into job.flag (workspace_id, stage, item, reason, raised_at)
                        values (?, ?, '', '', now())
                        """)
                .params(workspace.value(), line)
                .update();
    }

    private List<String> lines() {
        return healthy.database.in(
                workspace,
                it ->
                        Rows.of(
                                it.sql()
                                        .sql("select stage from job.flag order by flag_id")
                                        .query(String.class)));
    }
}
