package dev.keepwell.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server, its database, or both are killed in the middle of a load of events. Whatever was
/// acknowledged is there afterwards, once.
class KilledServerTest {

    /// So long a database that was killed is given to be started again by its server.
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    @TempDir private Path folder;

    @Test
    void nothing_acknowledged_is_lost_when_it_is_killed() throws Exception {
        kill(2, 20_261_122);
    }

    @Test
    @Tag("long")
    void nothing_acknowledged_is_lost_however_often_it_is_killed() throws Exception {
        kill(Integer.getInteger("keepwell.trials.kills", 100), 4_711);
    }

    private void kill(int trials, long seed) throws Exception {
        var random = new Random(seed);
        try (var server = new ChildServer(folder.resolve("home"))) {
            Files.createDirectories(folder.resolve("ledger"));
            server.start();
            var ledger = new Ledger(server, server.writeKey(), folder.resolve("ledger"));
            int byHand = 0;
            for (int i = 1; i <= trials; i++) {
                var moment = Duration.ofMillis(500 + random.nextInt(3_500));
                var before = ledger.acknowledged();
                var load = ledger.send(moment.plusSeconds(2), 4, (int) seed + i);
                ledger.awaitMoreThan(before);
                ChildServer.rest(moment);
                byHand += recover(server, i % 3);
                assertThat(load.waitFor()).isZero();
                if (i % 10 == 0 || i == trials) {
                    System.out.printf("%d kills: %s%n", i, ledger.reconcile());
                }
            }
            System.out.printf("The server was started again by hand %d times.%n", byHand);
        }
    }

    /// What dies: 1 the server, 2 the database, 0 both.
    private static int recover(ChildServer server, int what) throws Exception {
        if (what != 1) {
            assertThat(server.killDatabase()).isTrue();
        }
        if (what == 2 && server.answersWithin(RECOVERY)) {
            return 0;
        }
        server.kill();
        server.start();
        return 1;
    }
}
