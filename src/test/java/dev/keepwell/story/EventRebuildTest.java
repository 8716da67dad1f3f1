package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.customer.EventKeeping;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Checkup;
import dev.keepwell.lake.Damage;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A damaged file of events is named, taken away from readers, and written again from the log.
class EventRebuildTest {

    private static final Sending DOOR = Sending.toNewWorkspace("event-rebuild");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("event-rebuild");

    @Test
    void what_a_flipped_bit_took_comes_back_from_the_log() throws IOException {
        send("first", 40);
        send("second", 7);
        var before = DOOR.stored();
        var file = files().getFirst();

        var bytes = Files.readAllBytes(file.path());
        bytes[bytes.length / 2] ^= 4;
        Files.write(file.path(), bytes);
        var damages = TestHouse.bean(Checkup.class).all(WORKSPACE, _ -> {}).damages();

        assertThat(damages).hasSize(1);
        assertThat(damages.getFirst().state()).isEqualTo(Damage.State.REBUILT);
        assertThat(damages.getFirst().path()).isEqualTo(file.path().toString());
        assertThat(DOOR.stored()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void so_does_what_two_of_them_took_of_one_day() throws IOException {
        send("third", 5);
        send("fourth", 6);
        var before = DOOR.stored();
        for (var file : files()) {
            Files.write(file.path(), new byte[] {1, 2, 3});
        }

        TestHouse.bean(Checkup.class).all(WORKSPACE, _ -> {});

        assertThat(DOOR.stored()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(TestHouse.bean(Checkup.class).all(WORKSPACE, _ -> {}).damages()).isEmpty();
    }

    private static void send(String name, int events) {
        var batch =
                IntStream.range(0, events)
                        .mapToObj(it -> Sending.track(name + it))
                        .toArray(String[]::new);
        assertThat(DOOR.send("/v1/batch", Sending.batch(batch)).status()).isEqualTo(200);
        DOOR.settle();
    }

    private static List<LakeFile> files() {
        return TestHouse.bean(Database.class)
                .in(
                        WORKSPACE,
                        it ->
                                TestHouse.bean(Lake.class)
                                        .files(it, WORKSPACE, EventKeeping.DATASET));
    }
}
