package dev.keepwell.source.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What is said in an unusual way means the same.
class MeaningTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void properties_are_kept_however_their_name_is_written() {
        var event =
                meaning(
                        """
                        {"batch": [{"type": "track", "event": "Walked", "userId": "u",
                            "\\u0070roperties": {"steps": 1e400}}]}\
                        """);

        assertThat(event.properties()).isEqualTo("{\"steps\": 1e400}");
    }

    /// Otherwise all events of the request fail in the database, one by one.
    @Test
    void what_cannot_be_kept_is_refused_when_it_is_said_for_all_events() {
        assertThatThrownBy(() ->
                        meaning(
                                """
                                {"context": {"groupId": "a\\u0000"}, "batch": [
                                    {"type": "track", "event": "Walked", "userId": "u"}]}\
                                """))
                .isInstanceOfSatisfying(
                        Unfit.class, it -> assertThat(it.reason()).isEqualTo(Reason.BAD_REFERENCE));
    }

    private static Event meaning(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var request = new Logged(1, "web", Route.BATCH.path(), "r", NOW, 1, bytes);
        var body = request.read();
        return new Meaning(request, body).of(body.events().getFirst(), 0);
    }
}
