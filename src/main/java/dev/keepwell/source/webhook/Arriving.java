package dev.keepwell.source.webhook;

import dev.keepwell.kernel.Fingerprint;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One thing told, on its way in: the provider's id for it, of what it speaks, when it happened,
/// and its bytes.
@SuppressWarnings("ArrayRecordComponent") // It is written once, never compared.
record Arriving(String id, String type, String subject, Instant occurredAt, byte[] body) {

    static final String UNREADABLE = "unreadable";
    private static final int CHARS_MAX = 200;

    /// What was delivered, without a guess about what it means. Only what the signature covers
    /// names a delivery: a header beside it could be changed by whoever repeats it.
    static List<Arriving> of(Provider provider, Signed request, Instant now) {
        var body = request.body();
        var tree = Json.tree(body);
        if (provider == Provider.HUBSPOT && tree.isArray() && !tree.isEmpty()) {
            return tree.valueStream().map(it -> hubspot(it, now)).toList();
        }
        if (!tree.isObject()) {
            return List.of(new Arriving(hash(body), UNREADABLE, hash(body), now, body));
        }
        return List.of(
                switch (provider) {
                    case STRIPE -> stripe(tree, body, now);
                    case ZENDESK -> zendesk(tree, body, now);
                    case HUBSPOT -> hubspot(tree, now);
                    case INTERCOM -> intercom(tree, body, now);
                    case SLACK -> slack(tree, body, now);
                    case STANDARD -> standard(request.header("webhook-id"), tree, body, now);
                });
    }

    private static Arriving stripe(JsonNode tree, byte[] body, Instant now) {
        var object = tree.path("data").path("object");
        return named(
                Json.text(tree.path("id")),
                Json.text(tree.path("type")),
                StripeReading.subject(object),
                Json.seconds(tree.path("created")),
                new Sent(body, now));
    }

    private static Arriving zendesk(JsonNode tree, byte[] body, Instant now) {
        return named(
                Json.text(tree.path("id")),
                Json.text(tree.path("type")),
                Json.text(tree.path("subject")),
                Json.moment(tree.path("time")),
                new Sent(body, now));
    }

    /// The number of a notification is not promised to be unique, so it is taken together with what
    /// it tells. It says which attempt this is, so its bytes differ from one to the next.
    private static Arriving hubspot(JsonNode tree, Instant now) {
        var body = Json.bytes(tree);
        var type = Json.text(tree.path("subscriptionType"));
        var object = Json.text(tree.path("objectId"));
        var fingerprint = new Fingerprint();
        for (var part : List.of("eventId", "portalId", "occurredAt", "propertyName")) {
            fingerprint.add(Json.text(tree.path(part)));
        }
        fingerprint.add(type).add(object).add(Json.text(tree.path("propertyValue")));
        return named(
                Json.text(tree.path("eventId")) + "-" + fingerprint.id("hs"),
                type,
                type.replaceAll("\\..*", "") + ":" + object,
                Json.millis(tree.path("occurredAt")),
                new Sent(body, now));
    }

    private static Arriving intercom(JsonNode tree, byte[] body, Instant now) {
        var item = tree.path("data").path("item");
        return named(
                Json.text(tree.path("id")),
                Json.text(tree.path("topic")),
                Json.text(item.path("type")) + ":" + Json.text(item.path("id")),
                Json.seconds(tree.path("created_at")),
                new Sent(body, now));
    }

    private static Arriving slack(JsonNode tree, byte[] body, Instant now) {
        var event = tree.path("event");
        return named(
                Json.text(tree.path("event_id")),
                Json.text(event.path("type")),
                Json.text(event.path("channel")) + "/" + Json.text(event.path("ts")),
                Json.seconds(tree.path("event_time")),
                new Sent(body, now));
    }

    private static Arriving standard(String id, JsonNode tree, byte[] body, Instant now) {
        var type = Json.text(tree.path("type"));
        var table = StandardReading.table(type);
        return named(
                id,
                type,
                table + ":" + StandardReading.key(table, tree.path("data")),
                Json.moment(tree.path("timestamp")),
                new Sent(body, now));
    }

    @SuppressWarnings("ArrayRecordComponent") // It is written once, never compared.
    private record Sent(byte[] body, Instant now) {}

    private static Arriving named(
            String id, String type, String subject, @Nullable Instant at, Sent sent) {
        return new Arriving(
                id.isEmpty() || id.length() > CHARS_MAX ? hash(sent.body()) : plain(id),
                type.isEmpty() ? UNREADABLE : plain(type),
                subject.isEmpty() ? hash(sent.body()) : plain(subject),
                Objects.requireNonNullElse(at, sent.now()),
                sent.body());
    }

    /// PostgreSQL keeps no character of code 0.
    private static String plain(String text) {
        return text.substring(0, Math.min(text.length(), CHARS_MAX)).replace('\0', '\u2400');
    }

    private static String hash(byte[] body) {
        return HexFormat.of().formatHex(Fingerprint.sha256().digest(body));
    }
}
