package dev.keepwell.source.event;

import dev.keepwell.kernel.Fingerprint;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Decides what a logged event means, by nothing but its request: the same bytes always mean the
/// same.
final class Meaning {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EMPTY = "{}";

    private final Logged request;
    private final Timing timing;
    private final Said shared;

    Meaning(Logged request, Body body) {
        this.request = request;
        // What comes back has waited here; that says nothing about the sender's clock.
        var isReplay = request.route() == Route.REPLAY;
        this.timing = Timing.of(request.receivedAt(), isReplay ? null : body.sentAt());
        var context = body.context();
        this.shared = context != null && context.isObject() ? new Said(context, "") : Said.NOTHING;
    }

    /// Throws the rule that the event breaks.
    Event of(Slice event, int position) {
        var messageId = Glance.at(event);
        var said = new Said(JSON.readTree(event.body().all(), event.start(), event.length()), "");
        var dialect =
                said.find("distinct_id") != null && said.find("type") == null
                        ? new PostHog(said)
                        : new Segment(said, shared, request.route());
        var sense = dialect.sense();
        var times = timing.of(sense.timestamp(), sense.timestampAt());
        var properties = raw(event, sense.propertiesKey());
        return new Event(
                new Event.Id(
                        request.source(),
                        messageId == null ? derived(event, position) : messageId,
                        content(sense, times, properties)),
                sense.type(),
                sense.name(),
                sense.who(),
                times,
                properties,
                messageId == null || !times.occurredAt().equals(times.timestamp()));
    }

    /// As it was sent, sign by sign: a number that no type of ours holds is still the number.
    private static String raw(Slice event, String key) {
        return Cut.entries(event).stream()
                .filter(it -> isCalled(key, it.key()))
                .map(it -> new String(it.value().array(), java.nio.charset.StandardCharsets.UTF_8))
                .filter(it -> !it.equals("null"))
                .findFirst()
                .orElse(EMPTY);
    }

    /// A name may be written with escapes and is the same name.
    private static boolean isCalled(String name, Slice written) {
        var raw = new String(written.array(), java.nio.charset.StandardCharsets.UTF_8);
        return raw.indexOf('\\') < 0
                ? raw.equals('"' + name + '"')
                : name.equals(Body.text(written));
    }

    /// Who repeats a request under the same id repeats the ids of its events.
    private String derived(Slice event, int position) {
        return "kw-"
                + Fingerprint.of(
                                request.requestId(),
                                Integer.toString(position),
                                new String(event.array(), java.nio.charset.StandardCharsets.UTF_8))
                        .hex();
    }

    /// All it says but when it was sent, for that is another time with each try.
    private static UUID content(Dialect.Sense sense, Event.Times times, String properties) {
        var who = sense.who();
        var content = new Fingerprint();
        for (var text :
                Arrays.<@Nullable Object>asList(
                        sense.type().word(),
                        sense.name(),
                        who.user(),
                        who.anonymous(),
                        who.previous(),
                        who.account(),
                        times.timestamp(),
                        properties)) {
            content.add(Objects.toString(text, ""));
        }
        return content.uuid();
    }
}
