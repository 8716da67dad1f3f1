package dev.keepwell.story;

import static dev.keepwell.source.webhook.StripeEvents.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.webhook.Signing;
import dev.keepwell.source.webhook.StripeEvents;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Signed calls of Stripe over HTTP become revenue, and a deletion ends it without touching the
/// past.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StripeWebhookTest {

    private static final String SECRET = "whsec_test_secret";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String CUSTOMER =
            """
            {"id": "evt_c", "object": "event", "type": "customer.created", "created": 1735725600,
             "data": {"object": {"object": "customer", "id": "cus_1", "name": "Acorn Bakery",
              "email": "anna@acorn.example", "currency": "usd", "address": {"country": "DE"}}}}
            """;

    private OwnWorkspace house;
    private JsonNode webhook;

    @BeforeAll
    void told() {
        house = OwnWorkspace.open();
        webhook = house.ask("POST", "/webhooks", Map.of("provider", "stripe", "secret", SECRET));
        var seats = item("si_1", 2_500, 4);
        var acorn =
                new StripeEvents("sub_1", "cus_1")
                        .event(
                                "created",
                                "2025-01-01T10:00:00Z",
                                seats + "," + item("si_2", 999, 1))
                        .event("updated", "2025-02-10T09:00:00Z", item("si_1", 2_500, 6));
        // The subscription is told before the customer it belongs to, backwards and twice.
        assertThat(send(acorn.events().get(1)).json().path("duplicate").asInt()).isZero();
        send(acorn.events().get(0));
        settled();
        send(CUSTOMER);
        settled();
        assertThat(send(acorn.events().get(0)).json().path("duplicate").asInt()).isEqualTo(1);
    }

    @Test
    void revenue_is_what_the_items_come_to() {
        assertThat(mrr("2025-01-31")).isEqualTo("109.99"); // 4 x 25.00 + 9.99
        assertThat(mrr("2025-02-10")).isEqualTo("150.00"); // 6 x 25.00

        send(
                new StripeEvents("sub_1", "cus_1")
                        .event("none", "2025-01-01T10:00:00Z", item("si_1", 2_500, 6))
                        .event("none", "2025-01-01T10:00:00Z", item("si_1", 2_500, 6))
                        .event(
                                "deleted",
                                "2025-04-01T10:00:05Z",
                                item("si_1", 2_500, 6),
                                Map.of("status", "canceled", "ended_at", 1_743_501_600))
                        .events()
                        .getLast());
        settled();

        assertThat(mrr("2025-04-01")).isEqualTo("0.00");
        assertThat(mrr("2025-03-31")).isEqualTo("150.00");
        assertThat(mrr("2025-01-31")).isEqualTo("109.99");
    }

    @Test
    void what_nobody_signed_leaves_nothing_but_a_count() {
        var before = deliveries("").size();
        var forged = CUSTOMER.replace("evt_c", "evt_forged");

        var answer = send(forged, Map.of("Stripe-Signature", "t=1,v1=00"));
        var unsigned = send(forged, Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo("timestamp_out_of_tolerance");
        assertThat(unsigned.json().path("code").asString()).isEqualTo("missing_header");
        assertThat(deliveries("")).hasSize(before);
        until(() -> house.get("/webhooks").path("data").get(0).path("refused").asInt() == 2);
    }

    @Test
    void what_cannot_be_used_is_kept_with_its_reason_and_tried_again() {
        send(
                new StripeEvents("sub_9", "cus_unknown")
                        .event("created", "2025-01-01T10:00:00Z", item("si_9", 0, 1))
                        .events()
                        .getFirst());
        settled();

        var aside = deliveries("set_aside");
        assertThat(aside).hasSize(1);
        assertThat(aside.getFirst().path("reason").asString()).isEqualTo("unknown_account");
        assertThat(aside.getFirst().path("original").asString()).contains("cus_unknown");

        send(CUSTOMER.replace("evt_c", "evt_u").replace("cus_1", "cus_unknown"));
        settled();

        assertThat(deliveries("set_aside")).isEmpty();
    }

    @Test
    void no_answer_tells_the_secret() {
        assertThat(webhook.toString() + house.get("/webhooks")).doesNotContain(SECRET);
        assertThat(webhook.path("url").asString()).startsWith("http").contains("/webhooks/whk_");
    }

    private String mrr(String day) {
        var path = "/metrics/mrr/values?grain=company&as_of=" + day;
        var answer = house.get(path);
        return answer.path("data").get(0).path("value").path("amount").asString();
    }

    private List<JsonNode> deliveries(String state) {
        var path = "/webhooks/%s/deliveries?state=%s";
        var answer = house.get(path.formatted(webhook.path("id").asString(), state));
        return answer.path("data").valueStream().toList();
    }

    private void settled() {
        until(() -> deliveries("waiting").isEmpty());
    }

    private static void until(java.util.function.BooleanSupplier holds) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private TestHouse.Answer send(String event) {
        var body = event.getBytes(StandardCharsets.UTF_8);
        var now = TestHouse.bean(Clock.class).instant();
        var answer = send(event, Signing.headers("stripe", SECRET, now, "", body));
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer;
    }

    private TestHouse.Answer send(String event, Map<String, String> headers) {
        var path = "/webhooks/" + webhook.path("id").asString();
        var request =
                HttpRequest.newBuilder(URI.create(TestHouse.address() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(event));
        headers.forEach(request::header);
        return TestHouse.send(request.build());
    }
}
