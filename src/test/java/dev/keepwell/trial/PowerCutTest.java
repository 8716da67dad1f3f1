package dev.keepwell.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes out under a load of events: only what was really written to the disk is there
/// when it comes back. Killing a process never shows this, for the kernel outlives it.
class PowerCutTest {

    private static final int IMAGE_MB = 900;

    @TempDir private Path folder;

    @Test
    void nothing_acknowledged_is_lost_when_the_power_goes_out() throws Exception {
        cut(1, 1);
    }

    @Test
    @Tag("long")
    void nothing_acknowledged_is_lost_however_often_the_power_goes_out() throws Exception {
        cut(Integer.getInteger("keepwell.trials.cuts", 20), 2);
    }

    @AfterEach
    void unmount() throws Exception {
        if (isMounted()) {
            assertThat(powerCut("close", mount())).isZero();
        }
    }

    private void cut(int times, int seed) throws Exception {
        var image = folder.resolve("disk-0");
        assumeTrue(
                powerCut("init", image.toString(), mount(), Integer.toString(IMAGE_MB)) == 0,
                "Images of disks cannot be mounted here.");
        var random = new Random(seed);
        Files.createDirectories(folder.resolve("ledger"));
        try (var server = new ChildServer(Path.of(mount(), "home"))) {
            server.start();
            var ledger = new Ledger(server, server.writeKey(), folder.resolve("ledger"));
            for (int i = 1; i <= times; i++) {
                var moment = Duration.ofMillis(500 + random.nextInt(3_500));
                var before = ledger.acknowledged();
                var load = ledger.send(moment.plusSeconds(2), 4, 1_000 * seed + i);
                ledger.awaitMoreThan(before);
                ChildServer.rest(moment);
                var rest = folder.resolve("disk-" + i);
                cutOff(server, image, rest);
                image = rest;
                server.start();
                assertThat(load.waitFor()).isZero();
                System.out.printf("%d power cuts: %s%n", i, ledger.reconcile());
            }
        }
    }

    private void cutOff(ChildServer server, Path image, Path rest) throws Exception {
        var pids = new ArrayList<>(server.databasePids());
        pids.add(server.pid());
        var words = new ArrayList<>(List.of("cut", image.toString(), rest.toString()));
        pids.forEach(it -> words.add(Long.toString(it)));
        assertThat(powerCut(words.toArray(String[]::new))).isZero();
        ChildServer.await(
                "everything to be dead",
                Duration.ofSeconds(30),
                () -> pids.stream().noneMatch(it -> ProcessHandle.of(it).isPresent()));
        ChildServer.await("the disk to be idle", Duration.ofSeconds(30), this::isUnmounted);
        Files.delete(image);
        assertThat(powerCut("open", rest.toString(), mount())).isZero();
    }

    private boolean isUnmounted() {
        try {
            return powerCut("close", mount()) == 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isMounted() throws IOException {
        return Files.readString(Path.of("/proc/mounts")).contains(mount());
    }

    private String mount() {
        return folder.resolve("disk").toAbsolutePath().toString();
    }

    private int powerCut(String... words) throws IOException, InterruptedException {
        var command =
                Stream.concat(
                                Stream.of("bash", Ledger.tool("powercut.sh").toString()),
                                Arrays.stream(words))
                        .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("power.txt").toFile())
                .start()
                .waitFor();
    }
}
