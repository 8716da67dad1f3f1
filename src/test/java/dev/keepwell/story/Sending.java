package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sender with a write key of a workspace of its own, and a look at what became of what it sent.
public record Sending(String workspace, String token, String key) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Sending toNewWorkspace(String workspace) {
        var made =
                TestHouse.ask(
                        "POST",
                        "/api/v1/workspaces",
                        """
                        {"id": "%s", "name": "Door"}\
                        """
                                .formatted(workspace));
        assertThat(made.status()).as(made.http().body()).isLessThan(300);
        return new Sending(
                workspace,
                token(workspace, "{\"name\": \"test\", \"scopes\": [\"all\"]}"),
                token(workspace, "{\"name\": \"web\", \"write_key\": true}"));
    }

    /// Another key, of a source of its own or of the one named.
    public Sending withKey(String source) {
        return new Sending(
                workspace,
                token,
                token(workspace, "{\"write_key\": true, \"source\": \"%s\"}".formatted(source)));
    }

    private static String token(String workspace, String order) {
        return TestHouse.askIn(workspace, "POST", "/api/v1/tokens", order)
                .json()
                .path("token")
                .asString();
    }

    public TestHouse.Answer send(String path, String body) {
        return TestHouse.ask(key, "POST", path, body);
    }

    public TestHouse.Answer ask(String method, String path, String body) {
        return TestHouse.ask(token, method, path, body);
    }

    public static String batch(String... events) {
        return "{\"batch\": [" + String.join(",", events) + "]}";
    }

    public static String track(String messageId) {
        return track(messageId, "u1", "A1");
    }

    public static String track(String messageId, String user, String account) {
        return """
        {"type": "track", "event": "Report Exported", "messageId": "%s", "userId": "%s",\
         "timestamp": "2026-03-01T10:00:00Z", "context": {"groupId": "%s"}}\
        """
                .formatted(messageId, user, account);
    }

    /// Waits until nothing waits.
    public void settle() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (balance().path("waiting").asInt() > 0) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    public JsonNode balance() {
        return ask("GET", "/api/v1/ingest/balance", "").json();
    }

    /// The message ids of all that is stored.
    public List<String> stored() {
        var ids = new ArrayList<String>();
        events().forEach(it -> ids.add(it.path("messageId").asString()));
        return ids;
    }

    public List<JsonNode> events() {
        return lines(ask("GET", "/api/v1/exports/events", "").http().body());
    }

    static List<JsonNode> lines(String ndjson) {
        return ndjson.lines().map(JSON::readTree).toList();
    }
}
