package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Thousands of requests that went wrong somewhere: each is answered, soon, and never by a fault of
/// ours. Meanwhile two hundred senders say almost nothing.
class MutatedRequestsTest {

    private static final Path CAPTURES = Path.of("..", "shared", "captures");
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int SILENT = 200;
    private static final int MORE_MB_MAX = 64;

    private final List<RawSocket> silent = new ArrayList<>();
    private Sending door;

    @BeforeEach
    void open() throws IOException {
        door = Sending.toNewWorkspace("mutated-" + System.nanoTime() % 1_000_000);
        door.send("/v1/batch", Sending.batch(Sending.track("warm")));
        for (int i = 0; i < SILENT; i++) {
            var socket = new RawSocket();
            socket.send(
                    i % 2 == 0 ? "POST /v1/ba" : "POST /v1/batch HTTP/1.1\r\nHost: x\r\nX: y\r\n");
            silent.add(socket);
        }
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : silent) {
            socket.close();
        }
    }

    @Test
    void some_thousand_wrong_requests_are_answered() throws IOException {
        answerAll(Integer.getInteger("keepwell.trials.requests", 3_000), 1);
    }

    @Test
    @Tag("long")
    void a_hundred_thousand_wrong_requests_are_answered() throws IOException {
        answerAll(100_000, 2);
    }

    private void answerAll(int count, long seed) throws IOException {
        var bodies = bodies();
        var statuses = new TreeMap<Integer, Integer>();
        var before = Heap.megabytes();
        var slowest = Duration.ZERO;
        for (int i = 0; i < count; i++) {
            var request = new MutatedRequest(seed * 1_000_003 + i, door.key(), bodies);
            var started = System.nanoTime();
            var answer = answer(request.bytes());
            var took = Duration.ofNanos(System.nanoTime() - started);
            int status = RawSocket.status(answer);
            assertThat(isNoFault(status, answer)).as(text(request) + "\n\n" + answer).isTrue();
            assertThat(took).as(text(request)).isLessThan(SOON);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            statuses.merge(status, 1, Integer::sum);
        }
        door.settle();
        var after = Heap.megabytes();
        System.out.printf(
                "%,d mutated requests: %s, slowest after %d ms; heap %d MB, then %d MB%n",
                count, statuses, slowest.toMillis(), before, after);
        assertThat(after - before).isLessThan(MORE_MB_MAX);
        assertThat(door.balance().path("balanced").asBoolean()).isTrue();
        assertThat(statuses.getOrDefault(200, 0)).isGreaterThan(count / 20);
    }

    /// Ways of HTTP that no server needs to know are answered 501 and 505, by the rules of HTTP.
    private static boolean isNoFault(int status, String answer) {
        return status < 500
                || status == 501
                || status == 505
                || status == 503 && answer.toLowerCase(Locale.ROOT).contains("\nretry-after: ");
    }

    /// Whoever announces more than it sends ends its side, as a sender does that dies.
    private static String answer(byte[] request) throws IOException {
        try (var socket = new RawSocket()) {
            try {
                socket.send(request);
                socket.endOfSending();
            } catch (IOException hungUp) {
                // It may answer before it has read all.
                return socket.answer();
            }
            return socket.answer();
        }
    }

    private static String text(MutatedRequest request) {
        var text = new String(request.bytes(), StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(text.length(), 2_000));
    }

    /// As recorded from real SDKs where the records are at hand, and some of our own.
    private static List<byte[]> bodies() throws IOException {
        var bodies = new ArrayList<byte[]>();
        for (var text :
                List.of(
                        Sending.batch(Sending.track("a"), Sending.track("b")),
                        Sending.track("c"),
                        "[" + Sending.track("d") + "]",
                        "{\"api_key\": \"x\", \"batch\": [{\"event\": \"$pageview\","
                            + " \"distinct_id\": \"u\", \"properties\": {\"$groups\": {\"company\":"
                            + " \"c\"}}}]}",
                        "{\"type\": \"group\", \"userId\": \"u\", \"groupId\": \"g\"}",
                        "{\"batch\": [{\"type\": \"alias\", \"userId\": \"u\", \"previousId\":"
                                + " \"v\"}]}")) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        if (Files.isDirectory(CAPTURES)) {
            try (var files = Files.list(CAPTURES)) {
                for (var file :
                        files.filter(it -> it.toString().endsWith("_ok.json")).sorted().toList()) {
                    recorded(JsonMapper.shared().readTree(Files.readString(file)), bodies);
                }
            }
        }
        return bodies;
    }

    private static void recorded(JsonNode capture, List<byte[]> to) {
        for (var request : capture.path("requests")) {
            var body = request.path("body").toString();
            if (body.length() > 2 && body.length() < 20_000) {
                to.add(body.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
