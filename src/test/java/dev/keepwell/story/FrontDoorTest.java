package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Events come in as SDKs send them, and every one of them is accounted for.
class FrontDoorTest {

    private static Sending door;

    @BeforeAll
    static void open() {
        door = Sending.toNewWorkspace("front-door");
    }

    @Test
    void a_batch_is_stored_each_id_once() {
        var first = door.send("/v1/batch", Sending.batch(Sending.track("m1"), Sending.track("m2")));
        var again =
                door.send("/v1/batch/", Sending.batch(Sending.track("m2"), Sending.track("m3")));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(again.json().path("accepted").asInt()).isEqualTo(2);
        door.settle();
        assertThat(door.stored()).contains("m1", "m2", "m3").doesNotHaveDuplicates();
        var balance = door.balance();
        assertThat(balance.path("balanced").asBoolean()).isTrue();
        assertThat(balance.path("duplicate").asInt()).isEqualTo(1);
    }
}
