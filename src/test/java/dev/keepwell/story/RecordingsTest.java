package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What six SDKs really sent, sent again as it was: with their paths, headers and packings.
class RecordingsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_MS = 50;

    @Test
    void a_recording_is_whole() throws IOException {
        assertThat(Recording.all())
                .hasSizeGreaterThan(60)
                .allSatisfy(it -> assertThat(it.recordedBody()).hasSize(it.recordedLength()));
    }

    @Test
    void every_recorded_request_is_taken_on_both_spellings_of_its_path() throws Exception {
        var workspace = OwnWorkspace.open();
        var wish = Map.of("name", "recordings", "write_key", true);
        var key = workspace.ask("POST", "/tokens", wish).path("token").asString();
        var ids = new HashSet<String>();
        var sent = 0;
        for (var recording : Recording.all()) {
            for (var path : List.of(recording.path(), recording.otherPath())) {
                assertThatIsTaken(recording, key, path);
                sent += (int) recording.events().count();
            }
            recording.events().forEach(it -> ids.add(id(it)));
        }

        var balance = settled(workspace);

        assertThat(balance.path("received").asInt()).isEqualTo(sent);
        assertThat(balance.path("accepted").asInt()).isEqualTo(sent);
        assertThat(balance.path("stored").asInt()).isEqualTo(ids.size());
        assertThat(balance.path("duplicate").asInt()).isEqualTo(sent - ids.size());
        assertThat(balance.path("set_aside").asInt()).isZero();
        assertThat(balance.path("balanced").asBoolean()).isTrue();
    }

    private static void assertThatIsTaken(Recording recording, String key, String path)
            throws IOException {
        var answer = answer(recording.with(key, path));

        assertThat(answer).as("%s to %s", recording.name(), path).startsWith("HTTP/1.1 200 ");
        var json = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
        var body = JsonMapper.shared().readTree(json);
        assertThat(body.path("accepted").asLong()).isEqualTo(recording.events().count());
        assertThat(body.path("rejected").size()).isZero();
    }

    private static String answer(HttpMessage request) throws IOException {
        var address = URI.create(TestHouse.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.bytes());
            var answer = HttpMessage.read(socket.getInputStream()).orElseThrow();
            return new String(answer.bytes(), StandardCharsets.UTF_8);
        }
    }

    private static String id(JsonNode event) {
        return event.path(event.has("messageId") ? "messageId" : "uuid").asString();
    }

    private static JsonNode settled(OwnWorkspace workspace) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var balance = workspace.get("/ingest/balance");
        while (balance.path("waiting").asInt() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            balance = workspace.get("/ingest/balance");
        }
        return balance;
    }
}
