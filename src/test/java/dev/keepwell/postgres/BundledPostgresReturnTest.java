package dev.keepwell.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.util.FileSystemUtils;

/// A bundled PostgreSQL that dies is back by itself, with all that was committed.
@Timeout(60)
class BundledPostgresReturnTest {

    private static final Path FOLDER =
            Path.of("target", "test-return-" + ProcessHandle.current().pid());
    private static final Home HOME = Home.open(FOLDER);
    private static final Path DATA = HOME.path().resolve("postgres/data");
    private static final Duration BACK_MAX = Duration.ofSeconds(10);
    private static final Duration REFUSAL_MAX = Duration.ofSeconds(2);

    /// What the machine under test may take on top: it also runs the test.
    private static final Duration SLACK = Duration.ofMillis(500);

    private static Postgres postgres = Postgres.open(HOME, "");
    private static final Database DATABASE = new Database(postgres.source());

    private int before;

    @BeforeAll
    static void makeTable() throws Exception {
        var password = Files.readString(HOME.path().resolve("postgres/password"));
        try (var owner = DatabaseUrl.local(port(), Cluster.OWNER, password).connect();
                var statement = owner.createStatement()) {
            statement.execute("create table public.line (text text)");
            statement.execute("grant all on public.line to public");
        }
    }

    @AfterAll
    static void removeHome() throws IOException {
        postgres.close();
        assertThat(processes()).isEmpty();
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @BeforeEach
    void writeSome() {
        write();
        before = lines();
    }

    @Test
    void a_killed_postmaster_is_started_again_and_nothing_committed_is_lost() throws IOException {
        var postmaster = postmaster();
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

        assertBack(postmaster);
    }

    @Test
    void so_is_one_that_was_killed_with_all_its_processes() throws IOException {
        var postmaster = postmaster();
        processes().forEach(ProcessHandle::destroyForcibly);

        assertBack(postmaster);
    }

    @Test
    void so_is_one_that_was_told_to_stop_by_somebody_else() throws Exception {
        var postmaster = postmaster();
        signal("-INT", List.of(ProcessHandle.of(postmaster).orElseThrow()));

        assertBack(postmaster);
    }

    @Test
    void a_backend_that_panics_takes_the_others_along_and_all_come_back() throws IOException {
        var backend =
                DATABASE.unscoped(
                        it -> it.sql().sql("select pg_backend_pid()").query(Long.class).single());
        ProcessHandle.of(backend).orElseThrow().destroyForcibly();

        assertBack(backend);
    }

    @Test
    void a_database_that_does_not_answer_is_given_up_in_two_seconds() throws Exception {
        var stopped = processes();
        signal("-STOP", stopped);
        try {
            ((HikariDataSource) postgres.source()).getHikariPoolMXBean().softEvictConnections();
            assertThat(writes()).isFalse();
        } finally {
            signal("-CONT", stopped);
        }

        assertThat(writes()).isTrue();
    }

    /// A backend that has lost its postmaster may answer once more, so a new one is waited for.
    private void assertBack(long killed) throws IOException {
        var start = System.nanoTime();
        while (ProcessHandle.of(killed).isPresent() || !answers()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BACK_MAX);
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(lines()).isGreaterThan(before);
        assertThat(ProcessHandle.of(postmaster())).isPresent();
    }

    private boolean answers() {
        try {
            return postmaster() != 0 && writes() && lines() > before;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }

    /// Refused at once or not at all.
    private static boolean writes() {
        var start = System.nanoTime();
        try {
            write();
            return true;
        } catch (DataAccessException | TransactionException e) {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(REFUSAL_MAX.plus(SLACK));
            return false;
        }
    }

    private static void write() {
        DATABASE.unscoped(it -> it.sql().sql("insert into public.line values ('x')").update());
    }

    private static int lines() {
        return DATABASE.unscoped(it ->
                it.sql().sql("select count(*) from public.line").query(Integer.class).single());
    }

    private static int port() {
        return JdbcClient.create(postgres.source())
                .sql("select inet_server_port()")
                .query(Integer.class)
                .single();
    }

    /// Zero while there is none.
    private static long postmaster() {
        try {
            var lines = Files.readAllLines(DATA.resolve("postmaster.pid"));
            return lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<ProcessHandle> processes() throws IOException {
        var folder = HOME.path().resolve("postgres");
        var programs =
                new Programs(folder.resolve("bin-" + Binaries.VERSION), folder.resolve("log"));
        return new Orphans(DATA, programs).alive();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
        for (var process : processes) {
            new ProcessBuilder("kill", signal, "" + process.pid()).start().waitFor();
        }
    }
}
