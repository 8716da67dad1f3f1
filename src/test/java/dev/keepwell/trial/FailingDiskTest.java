package dev.keepwell.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk says that it could not write, now of the database, now of our own files. What cannot be
/// written is not acknowledged.
@Tag("long")
class FailingDiskTest {

    private static final Duration LOAD = Duration.ofSeconds(12);
    private static final Duration FAILING = Duration.ofSeconds(6);

    @TempDir private Path folder;

    @Test
    void nothing_acknowledged_is_lost_when_the_database_cannot_write() throws Exception {
        fail(ChildServer::databasePids);
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_server_cannot_write() throws Exception {
        fail(it -> List.of(it.pid()));
    }

    /// Whose writing fails.
    private interface Victims {
        List<Long> of(ChildServer server);
    }

    private void fail(Victims victims) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "There is no strace here.");
        Files.createDirectories(folder.resolve("ledger"));
        try (var server = new ChildServer(folder.resolve("home"))) {
            server.start();
            var ledger = new Ledger(server, server.writeKey(), folder.resolve("ledger"));
            var load = ledger.send(LOAD, 4, 5);
            ledger.awaitMoreThan(0);
            var strace = trace(victims.of(server));
            ChildServer.rest(FAILING);
            strace.destroy();
            assertThat(strace.waitFor(20, TimeUnit.SECONDS)).isTrue();
            var failures = Files.readString(folder.resolve("strace.txt")).lines();
            var injected = failures.filter(it -> it.contains("(INJECTED)")).count();
            assertThat(injected).isPositive();
            if (!server.answersWithin(Duration.ofSeconds(20))) {
                server.kill();
                server.start();
            }
            assertThat(load.waitFor()).isZero();
            System.out.printf("%d writes failed: %s%n", injected, ledger.reconcile());
        }
    }

    private Process trace(List<Long> pids) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                "strace",
                                "-f",
                                "-e",
                                "trace=fsync,fdatasync",
                                "-e",
                                "inject=fsync,fdatasync:error=EIO:when=5+3",
                                "-o",
                                folder.resolve("strace.txt").toString()));
        pids.forEach(it -> command.addAll(List.of("-p", Long.toString(it))));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("attached.txt").toFile())
                .start();
    }
}
