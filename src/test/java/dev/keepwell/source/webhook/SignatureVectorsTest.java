package dev.keepwell.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every signature that was recorded is accepted, and every scenario ends as it says.
class SignatureVectorsTest {

    private static final JsonNode VECTORS = vectors();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = Hmac.utf8("{\"test\": 2432232314}");

    /// What Slack's and GitHub's documents show beside the signatures that were recorded.
    private static final String SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String SLACK_BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                    + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
                    + "&user_name=roadrunner&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
                    + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    @Test
    void every_vector_is_verified_as_recorded() {
        var verified = new ArrayList<String>();
        for (var vector : VECTORS) {
            var scheme = vector.path("scheme").asString();
            if (vector.has("cases")) {
                continue; // The scenarios, each in a test of its own.
            }
            if (scheme.startsWith("github")) {
                assertThat(vector.path("computed").asString())
                        .isEqualTo("sha256=" + github("It's a Secret to Everybody"));
            } else {
                accepts(vector);
                changed(vector).forEach(SignatureVectorsTest::refuses);
            }
            verified.add(scheme.split(" ")[0]);
        }
        assertThat(verified).hasSize(VECTORS.size() - 1);
        assertThat(new TreeSet<>(verified))
                .containsExactly(
                        "github",
                        "hubspot",
                        "intercom:",
                        "slack",
                        "standard-webhooks",
                        "standard-webhooks/svix",
                        "stripe",
                        "zendesk:");
    }

    private record Case(Provider provider, String secret, Instant at, Signed request) {}

    private static void accepts(JsonNode vector) {
        var it = parsed(vector);
        Signatures.verify(it.provider, it.request, List.of(it.secret), it.at);
    }

    private static void refuses(Case it) {
        assertThatThrownBy(
                        () -> Signatures.verify(it.provider, it.request, List.of(it.secret), it.at))
                .isInstanceOf(Unsigned.class);
    }

    /// The same with another body, and with another secret.
    private static Stream<Case> changed(JsonNode vector) {
        var it = parsed(vector);
        var bytes = java.util.Arrays.copyOf(it.request.body(), it.request.body().length + 1);
        var longer = new Signed(it.request.method(), it.request.url(), it.request.headers(), bytes);
        // An 'A' more is base64 as well, and another key.
        var other = it.provider == Provider.STANDARD ? "AAAA" + it.secret.substring(6) : "other";
        return Stream.of(
                new Case(it.provider, it.secret, it.at, longer),
                new Case(it.provider, other, it.at, it.request));
    }

    private static Case parsed(JsonNode vector) {
        var scheme = vector.path("scheme").asString();
        var secret = vector.path("secret").asString("");
        var body = Hmac.utf8(vector.path(vector.has("body") ? "body" : "payload").asString(""));
        var headers = new HashMap<String, String>();
        if (scheme.startsWith("standard")) {
            headers.put("webhook-id", vector.path("msg_id").asString());
            headers.put("webhook-timestamp", vector.path("timestamp").asString());
            headers.put("webhook-signature", vector.path("signature").asString());
            return of(Provider.STANDARD, secret, seconds(vector), headers, body);
        }
        if (scheme.startsWith("stripe")) {
            headers.put("Stripe-Signature", vector.path("header").asString());
            return of(Provider.STRIPE, secret, seconds(vector), headers, body);
        }
        if (scheme.startsWith("slack")) {
            headers.put("X-Slack-Signature", vector.path("computed").asString());
            headers.put("X-Slack-Request-Timestamp", "1531420618");
            var at = Instant.ofEpochSecond(1_531_420_618);
            return of(Provider.SLACK, SLACK_SECRET, at, headers, Hmac.utf8(SLACK_BODY));
        }
        if (scheme.startsWith("zendesk")) {
            headers.put("X-Zendesk-Webhook-Signature", vector.path("signature").asString());
            var time = vector.path("timestamp").asString();
            headers.put("X-Zendesk-Webhook-Signature-Timestamp", time);
            return of(Provider.ZENDESK, secret, Instant.parse(time), headers, body);
        }
        if (scheme.startsWith("intercom")) {
            headers.put("X-Hub-Signature", vector.path("signature").asString());
            return of(Provider.INTERCOM, secret, NOW, headers, body);
        }
        headers.put("X-HubSpot-Signature-v3", vector.path("sdk_v3").asString());
        headers.put("X-HubSpot-Request-Timestamp", vector.path("timestamp").asString());
        var at = Instant.ofEpochMilli(vector.path("timestamp").asLong());
        var url = vector.path("url").asString();
        return new Case(Provider.HUBSPOT, secret, at, new Signed("POST", url, headers, body));
    }

    private static Case of(
            Provider provider,
            String secret,
            Instant at,
            Map<String, String> headers,
            byte[] body) {
        return new Case(provider, secret, at, new Signed("POST", "https://x", headers, body));
    }

    private static Instant seconds(JsonNode vector) {
        return Instant.ofEpochSecond(vector.path("timestamp").asLong());
    }

    private static String github(String secret) {
        return HexFormat.of()
                .formatHex(Hmac.sha256(Hmac.utf8(secret)).of(Hmac.utf8("Hello, World!")));
    }

    /// The scenarios, by the names under which they were recorded.
    private static final Map<String, Consumer<Map<String, String>>> CHANGES = changes();

    private static Map<String, Consumer<Map<String, String>>> changes() {
        var changes = new LinkedHashMap<String, Consumer<Map<String, String>>>();
        changes.put("valid now", it -> {});
        changes.put("timestamp now-301s (re-signed or not)", it -> it.putAll(signed(-301)));
        changes.put("timestamp now+301s", it -> it.putAll(signed(301)));
        changes.put(
                "several signatures space-separated, one valid: \"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy"
                        + "/WavXrAFQ/9tdO6mc= v2,... <valid> v1,...\"",
                it ->
                        it.compute(
                                "webhook-signature",
                                (_, valid) ->
                                        "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,AAAA "
                                                + valid
                                                + " v1,BBBB"));
        for (var header : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            changes.put("missing " + header, it -> it.remove(header));
        }
        changes.put(
                "only v2,<sig>",
                it -> it.compute("webhook-signature", (_, v) -> v2(Objects.requireNonNull(v))));
        changes.put(
                "invalid_signature (no comma)",
                it -> it.put("webhook-signature", "invalid_signature"));
        changes.put(
                "v1,invalid_signature", it -> it.put("webhook-signature", "v1,invalid_signature"));
        changes.put("header names in mixed case", SignatureVectorsTest::mixCase);
        return changes;
    }

    private static String v2(String signature) {
        return signature.replace("v1,", "v2,");
    }

    private static void mixCase(Map<String, String> headers) {
        var mixed = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> mixed.put(name.replace("webhook", "WebHook"), value));
        headers.clear();
        headers.putAll(mixed);
    }

    private static Map<String, String> signed(long off) {
        return Signing.headers(Provider.STANDARD, SECRET, NOW.plusSeconds(off), "", BODY);
    }

    static Stream<JsonNode> scenarios() {
        return VECTORS.valueStream().flatMap(it -> it.path("cases").valueStream());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_scenario_ends_as_it_says(JsonNode scenario) {
        var name = scenario.path("name").asString();
        switch (scenario.path("expect").asString()) {
            case "accept" -> assertThat(refusal(name)).isNull();
            case "reject" -> assertThat(refusal(name)).isNotNull();
            case "both accept" -> {
                assertThat(refusal(SECRET, signed(0))).isNull();
                assertThat(refusal(SECRET.substring("whsec_".length()), signed(0))).isNull();
            }
            case "constructor error" ->
                    assertThatThrownBy(() -> StandardSecret.key("whsec_"))
                            .isInstanceOf(Refusal.class);
            case String other -> throw new AssertionError("A scenario cannot end in " + other);
        }
    }

    private static String refusal(String name) {
        var headers = new LinkedHashMap<>(signed(0));
        assertThat(CHANGES).containsKey(name);
        CHANGES.get(name).accept(headers);
        return refusal(SECRET, headers);
    }

    /// Why the request is refused, or null when it is accepted.
    private static String refusal(String secret, Map<String, String> headers) {
        try {
            var request = new Signed("POST", "https://x", headers, BODY);
            Signatures.verify(Provider.STANDARD, request, List.of(secret), NOW);
            return null;
        } catch (Unsigned e) {
            return e.code();
        }
    }

    private static JsonNode vectors() {
        try (var in =
                SignatureVectorsTest.class.getResourceAsStream(
                        "/webhook/webhook_signature_vectors.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
