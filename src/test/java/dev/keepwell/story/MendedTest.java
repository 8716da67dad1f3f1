package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// One event that was set aside comes back as one event, whatever it was mended to.
class MendedTest {

    private static Sending door;
    private static String letter;

    @BeforeAll
    static void set_one_aside() {
        door = Sending.toNewWorkspace("mended");
        door.send("/v1/batch", Sending.batch("{\"type\": \"track\", \"userId\": \"u\"}"));
        door.settle();
        var letters = door.ask("GET", "/api/v1/dead-letters", "").json();
        letter = letters.path("data").path(0).path("id").asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "{}, {}",
                "{\"type\": \"track\", \"event\": \"A\", \"userId\": \"u\"}, {}",
                "{\"type\": \"track\", \"event\": \"A\", \"userId\": \"u\"}], \"x\": [1",
                "{\"type\": \"track\", \"event\": \"A\", \"userId\": \"u\"}], \"batch\": [1"
            })
    void what_is_not_one_good_event_is_refused(String payload) {
        var order = JsonMapper.shared().createObjectNode().put("payload", payload).toString();
        var answer = door.ask("POST", "/api/v1/dead-letters/%s/replay".formatted(letter), order);
        door.settle();
        var balance = door.balance();

        assertThat(balance.path("balanced").asBoolean()).isTrue();
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
        assertThat(balance.path("stored").asInt()).isZero();
    }

    @Test
    void one_good_event_is_stored() {
        var other = Sending.toNewWorkspace("mended-well");
        other.send("/v1/track", "{\"userId\": \"u\"}");
        other.settle();
        var letters = other.ask("GET", "/api/v1/dead-letters", "").json().path("data");
        var path =
                "/api/v1/dead-letters/%s/replay".formatted(letters.path(0).path("id").asString());

        var answer =
                other.ask(
                        "POST",
                        path,
                        "{\"payload\": \"{\\\"event\\\": \\\"A\\\", \\\"userId\\\": 7}\"}");

        assertThat(answer.status()).isEqualTo(200);
        other.settle();
        assertThat(other.balance().path("stored").asInt()).isEqualTo(1);
        assertThat(other.balance().path("balanced").asBoolean()).isTrue();
    }
}
