package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What was set aside comes back as one event, or stays where it is.
class RejectedTest {

    @Test
    void what_is_not_one_event_is_refused_and_stays() {
        var door = Sending.toNewWorkspace("rejected-one");
        door.send("/v1/batch", Sending.batch("{\"type\": \"track\", \"messageId\": \"a\"}"));
        door.settle();
        var path = "/api/v1/dead-letters/" + first(door).path("id").asString() + "/replay";

        assertThat(replay(door, path, "{\\\"type\\\": ")).startsWith("malformed_");
        var two = Sending.track("b") + "," + Sending.track("c");
        assertThat(replay(door, path, two.replace("\"", "\\\""))).startsWith("malformed_");

        assertThat(first(door).path("attempts").asInt()).isEqualTo(1);
        assertThat(door.balance().path("balanced").asBoolean()).isTrue();
        assertThat(door.stored()).isEmpty();
    }

    @Test
    void an_edit_shows_what_it_would_do_and_keeps_every_other_sign() {
        var door = Sending.toNewWorkspace("rejected-edit");
        door.send(
                "/v1/batch",
                Sending.batch(
                        "{\"type\": \"track\", \"messageId\": \"n\", \"userId\": \"u\","
                                + " \"properties\": {\"n\": 1.50, \"m\": 1e400}}"));
        door.settle();
        var order =
                """
                {"reason": "missing_name", "edit": {"pointer": "/event", "value": "Named"}}\
                """;

        var preview = door.ask("POST", "/api/v1/dead-letters/previews", order).json();
        var it = preview.path("data").get(0);
        assertThat(it.path("after").asString()).contains("\"event\":\"Named\"", "1.50");
        assertThat(it.path("problem").isNull()).isTrue();
        assertThat(first(door).path("id").isMissingNode()).isFalse();

        var result = door.ask("POST", "/api/v1/dead-letters/replays", order).json();
        assertThat(result.path("replayed").asInt()).isEqualTo(1);
        door.settle();
        assertThat(door.ask("GET", "/api/v1/exports/events", "").http().body()).contains("1.50");
    }

    @Test
    void a_test_event_takes_the_way_of_any_other() {
        var door = Sending.toNewWorkspace("rejected-test");

        var made = door.ask("POST", "/api/v1/ingest/test-events", "");

        assertThat(made.status()).isEqualTo(201);
        door.settle();
        assertThat(door.stored()).containsExactly(made.json().path("message_id").asString());
        assertThat(door.balance().path("sources").get(0).path("source").asString())
                .isEqualTo("keepwell");
    }

    private static String replay(Sending door, String path, String payload) {
        var answer = door.ask("POST", path, "{\"payload\": \"" + payload + "\"}");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(422);
        return answer.json().path("code").asString();
    }

    private static JsonNode first(Sending door) {
        return door.ask("GET", "/api/v1/dead-letters", "").json().path("data").path(0);
    }
}
