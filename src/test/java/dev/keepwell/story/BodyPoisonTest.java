package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that are wrong as a whole are told so at once and leave nothing behind; what is only
/// unusual is taken in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyPoisonTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private Sending door;
    private int events;

    @BeforeAll
    void open() {
        door = Sending.toNewWorkspace("body-poison");
    }

    static java.util.List<BodyPoison> all() {
        return BodyPoison.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_request_is_answered_by_what_is_wrong_with_it(BodyPoison poison) {
        var headers = poison.headers().toArray(String[]::new);
        var before = System.nanoTime();
        var answer = Wire.post(door.key(), poison.path(), poison.body(), headers);
        var took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(poison.status());
        assertThat(took).isLessThan(AT_ONCE);
        if (!poison.code().isEmpty()) {
            assertThat(answer.json().path("code").asString()).isEqualTo(poison.code());
            assertThat(answer.json().path("detail").asString()).isNotBlank();
        }
        events += poison.events();
        if (poison.events() > 0) {
            assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        }
    }

    @Test
    void a_key_is_taken_from_the_body_alone() {
        var mine = Sending.toNewWorkspace("body-key");
        for (var name : new String[] {"writeKey", "api_key"}) {
            var body =
                    "{\"%s\": \"%s\", \"batch\": [%s]}"
                            .formatted(name, mine.key(), Poison.event(name, ""));
            var answer = Wire.post("", "/v1/batch", body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(200);
        }
        mine.settle();
        assertThat(mine.stored()).containsExactlyInAnyOrder("writeKey", "api_key");
    }

    @Test
    void without_a_key_nothing_is_taken() {
        var body = Sending.batch(Poison.event("none", "")).getBytes(StandardCharsets.UTF_8);

        assertThat(Wire.post("", "/v1/batch", body).status()).isEqualTo(401);
        assertThat(Wire.post("kw_write_no", "/v1/batch", body).status()).isEqualTo(401);
        assertThat(Wire.post("", "/v1/batch", "{".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(400);
    }

    @AfterAll
    void only_what_was_accepted_is_counted() {
        door.settle();
        assertThat(door.balance().path("received").asInt()).isEqualTo(events);
        assertThat(door.balance().path("stored").asInt()).isEqualTo(events);
        assertThat(door.balance().path("balanced").asBoolean()).isTrue();
        var refused = door.ask("GET", "/api/v1/ingest/calls?limit=100", "").json().toString();
        assertThat(refused).contains("malformed_json", "too_many_events", "packed_too_well");
    }
}
