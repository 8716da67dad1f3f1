package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What senders are answered, in the words that their SDKs act on.
class DoorAnswersTest {

    private static Sending door;

    @BeforeAll
    static void open() {
        door = Sending.toNewWorkspace("door-answers");
    }

    private static HttpRequest.Builder post(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create(TestHouse.address() + path))
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static String basic() {
        var pair = (door.key() + ":").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/batch", "/v1/batch/", "/v1/import", "/v1/import/", "/batch", "/batch/"})
    void every_way_in_takes_a_batch_with_the_key_in_the_body(String path) {
        var body =
                """
                {"writeKey": "%s", "batch": [%s]}\
                """
                        .formatted(door.key(), Sending.track("way" + path.replace('/', '-')));

        var request = post(path, bytes(body)).header("Content-Type", "text/plain").build();
        var answer = TestHouse.send(request);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.json().toString()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/track,    'event\": \"Viewed'",
        "/v1/page/,    'name\": \"Pricing'",
        "/v1/screen,   'name\": \"Home'",
        "/v1/identify, 'anonymousId\": \"a1'",
        "/v1/group/,   'groupId\": \"A1'",
        "/v1/alias,    'previousId\": \"a1'",
    })
    void a_single_call_is_what_its_path_says(String path, String more) {
        var id = "single" + path.replace('/', '-');
        var body =
                """
                {"userId": "u1", "messageId": "%s", "timestamp": "2026-03-01T10:00:00Z", "%s"}\
                """
                        .formatted(id, more);

        var answer =
                TestHouse.send(post(path, bytes(body)).header("Authorization", basic()).build());

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        door.settle();
        var stored =
                door.events().stream()
                        .filter(it -> it.path("messageId").asString().equals(id))
                        .toList();
        assertThat(stored).hasSize(1);
        assertThat(path).contains(stored.getFirst().path("type").asString());
    }

    @ParameterizedTest
    @CsvSource({"gzip, application/x-www-form-urlencoded", "GZIP, text/plain", "'', image/png"})
    void a_packed_body_is_known_by_its_bytes(String encoding, String type) throws IOException {
        var body = gzip(bytes(Sending.batch(Sending.track("packed-" + encoding + type))));
        var request =
                post("/v1/batch", body)
                        .header("Authorization", basic())
                        .header("Content-Type", type);
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }

        assertThat(TestHouse.send(request.build()).json().path("accepted").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "deflate"})
    void other_encodings_are_refused(String encoding) {
        var request =
                post("/v1/batch", bytes("x"))
                        .header("Authorization", basic())
                        .header("Content-Encoding", encoding);

        assertThat(TestHouse.send(request.build()).status()).isEqualTo(415);
    }

    @Test
    void a_request_without_a_good_key_is_refused() {
        var none = TestHouse.send(post("/v1/batch", bytes(Sending.batch())).build());
        var reader = TestHouse.ask(door.token(), "GET", "/api/v1/tokens", "");
        var wrong = TestHouse.ask("kw_write_nonsense", "POST", "/v1/batch", Sending.batch());

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.json().path("code").asString()).isEqualTo("missing_key");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(reader.status()).isEqualTo(200);
        assertThat(door.ask("GET", "/api/v1/tokens", "").status()).isEqualTo(200);
        assertThat(TestHouse.ask(door.key(), "GET", "/api/v1/accounts", "").status())
                .as("a write key cannot read")
                .isEqualTo(403);
    }

    @Test
    void a_strict_sender_is_told_of_a_bad_event_and_nothing_is_taken() {
        var body = Sending.batch(Sending.track("strict-1"), "5");
        var request =
                post("/v1/batch", bytes(body))
                        .header("Authorization", basic())
                        .header("X-Keepwell-Strict", "1");

        var strict = TestHouse.send(request.build());
        var lenient = door.send("/v1/batch", Sending.batch(Sending.track("lenient-1"), "5"));

        assertThat(strict.status()).isEqualTo(422);
        assertThat(strict.json().path("rejected").path(0).path("code").asString())
                .isEqualTo("not_an_object");
        assertThat(lenient.status()).isEqualTo(200);
        assertThat(lenient.json().path("rejected").path(0).path("index").asInt()).isEqualTo(1);
        door.settle();
        assertThat(door.stored()).contains("lenient-1").doesNotContain("strict-1");
    }

    @Test
    void what_is_too_large_is_answered_and_not_cut_off() {
        var large = door.send("/v1/batch", " ".repeat(501 << 10));

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().path("code").asString()).isEqualTo("too_large");
    }

    @Test
    void a_page_of_any_origin_may_send_and_reads_only_the_answer() {
        var preflight =
                TestHouse.send(
                        HttpRequest.newBuilder(URI.create(TestHouse.address() + "/v1/batch"))
                                .method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", "https://shop.example")
                                .header("Access-Control-Request-Method", "POST")
                                .header("Access-Control-Request-Headers", "authorization")
                                .build());
        var elsewhere =
                TestHouse.send(
                        HttpRequest.newBuilder(
                                        URI.create(TestHouse.address() + "/api/v1/accounts"))
                                .header("Origin", "https://shop.example")
                                .header("Authorization", "Bearer " + door.token())
                                .build());

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(elsewhere.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_same_id_counts_in_each_source_and_workspace() {
        var shared = Sending.track("shared-id");
        var other = door.withKey("mobile");
        var takeover = door.withKey("mobile");
        var elsewhere = Sending.toNewWorkspace("door-elsewhere");

        door.send("/v1/batch", Sending.batch(shared));
        other.send("/v1/batch", Sending.batch(shared));
        takeover.send("/v1/batch", Sending.batch(shared));
        elsewhere.send("/v1/batch", Sending.batch(shared));

        door.settle();
        elsewhere.settle();
        assertThat(door.stored().stream().filter("shared-id"::equals)).hasSize(2);
        assertThat(elsewhere.stored()).containsExactly("shared-id");
    }

    @Test
    void the_first_payload_of_an_id_counts() {
        door.send("/v1/batch", Sending.batch(Sending.track("first", "u1", "A1")));
        door.settle();
        door.send("/v1/batch", Sending.batch(Sending.track("first", "u2", "A2")));
        door.settle();

        var stored =
                door.events().stream()
                        .filter(it -> it.path("messageId").asString().equals("first"))
                        .toList();
        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().path("userId").asString()).isEqualTo("u1");
        assertThat(door.balance().path("conflicting").asInt()).isPositive();
    }

    @Test
    void a_repeated_request_without_ids_counts_once_when_it_says_that_it_is_one() {
        var event =
                """
                {"type": "track", "event": "No id", "userId": "u1"}\
                """;
        var before = door.balance().path("stored").asInt();
        for (int i = 0; i < 2; i++) {
            TestHouse.send(
                    post("/v1/batch", bytes(Sending.batch(event)))
                            .header("Authorization", basic())
                            .header("Idempotency-Key", "order-17")
                            .build());
        }
        door.settle();

        assertThat(door.balance().path("stored").asInt()).isEqualTo(before + 1);
    }
}
