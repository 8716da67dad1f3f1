package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What six SDKs really sent, sent again as it was: with their paths, headers and packings.
class RecordingsTest {

    @Test
    void a_recording_is_whole() throws IOException {
        assertThat(Recording.all())
                .hasSizeGreaterThan(60)
                .allSatisfy(it -> assertThat(it.recordedBody()).hasSize(it.recordedLength()));
    }

    @Test
    void every_recorded_request_is_taken_on_both_spellings_of_its_path() throws Exception {
        var sending = Sending.toNewWorkspace("recordings");
        var ids = new HashSet<String>();
        var sent = 0;
        for (var recording : Recording.all()) {
            for (var path : List.of(recording.path(), recording.otherPath())) {
                assertThatIsTaken(recording, sending.key(), path);
                sent += (int) recording.events().count();
            }
            recording.events().forEach(it -> ids.add(id(it)));
        }

        sending.settle();
        var balance = sending.balance();

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

        assertThat(answer.head())
                .as("%s to %s", recording.name(), path)
                .startsWith("HTTP/1.1 200 ");
        var body = JsonMapper.shared().readTree(answer.text());
        assertThat(body.path("accepted").asLong()).isEqualTo(recording.events().count());
        assertThat(body.path("rejected").size()).isZero();
    }

    private static HttpMessage answer(HttpMessage request) throws IOException {
        var address = URI.create(TestHouse.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.bytes());
            return HttpMessage.read(socket.getInputStream()).orElseThrow();
        }
    }

    private static String id(JsonNode event) {
        return event.path(event.has("messageId") ? "messageId" : "uuid").asString();
    }
}
