package dev.keepwell.source.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a fuzzer calls with bytes of its own: whatever they are, they are refused by one of our
/// rules or they mean something that can be stored.
public final class FuzzedDoor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Target TARGET =
            Target.valueOf(System.getProperty("keepwell.fuzz", "BATCH"));

    private FuzzedDoor() {}

    /// The parts of the door that read what strangers send.
    enum Target {
        /// The first byte says which of the others.
        ANY {
            @Override
            void read(byte[] data) {
                if (data.length > 0) {
                    var others = List.of(BATCH, UNPACKING, TIMING, KEYS);
                    others.get(data[0] & 3).read(Arrays.copyOfRange(data, 1, data.length));
                }
            }
        },
        BATCH {
            @Override
            void read(byte[] data) {
                batch(data);
            }
        },
        UNPACKING {
            @Override
            void read(byte[] data) {
                unpack(data);
            }
        },
        TIMING {
            @Override
            void read(byte[] data) {
                time(data);
            }
        },
        KEYS {
            @Override
            void read(byte[] data) {
                key(data);
            }
        };

        abstract void read(byte[] data);
    }

    /// The name is Jazzer's.
    public static void fuzzerTestOneInput(byte[] data) {
        TARGET.read(data);
    }

    /// The first byte says which way it comes.
    private static void batch(byte[] data) {
        if (data.length == 0) {
            return;
        }
        var routes = Route.values();
        var route = routes[Math.floorMod(data[0], routes.length)];
        var bytes = Arrays.copyOfRange(data, 1, data.length);
        try {
            var request = request(route, bytes);
            var body = request.read();
            for (int i = 0; i < body.events().size(); i++) {
                event(request, body, i);
            }
        } catch (Refused e) {
            check(e.status() >= 400 && e.status() < 500, "refused as " + e.status());
            check(!e.code().isBlank() && !e.detail().isBlank(), "refused without a reason");
        }
    }

    private static Logged request(Route route, byte[] bytes) {
        return new Logged(1, "web", route.path(), "r", NOW, 1, bytes);
    }

    private static void event(Logged request, Body body, int position) {
        var slice = body.events().get(position);
        try {
            Glance.at(slice);
            check(JSON.readTree(slice.array()).isObject(), "what is no object passed");
        } catch (Unfit e) {
            check(!e.detail().isBlank(), "unfit without a reason");
            return;
        }
        try {
            var event = new Meaning(request, body).of(slice, position);
            storable(event);
            check(event.equals(new Meaning(request, body).of(slice, position)), "two meanings");
        } catch (Unfit e) {
            check(!e.detail().isBlank(), "unfit without a reason");
        }
    }

    private static void storable(Event event) {
        var who = event.who();
        Stream.of(
                        event.id().messageId(),
                        event.name(),
                        who.user(),
                        who.anonymous(),
                        who.previous(),
                        who.account(),
                        event.properties())
                .filter(Objects::nonNull)
                .forEach(it -> check(!Text.isBad(it), "a text that cannot be kept"));
        check(event.id().messageId().length() <= 100, "a long id");
        check(JSON.readTree(event.properties()).isObject(), "properties that are none");
        sane(event.times());
    }

    private static void sane(Event.Times times) {
        check(!times.occurredAt().isAfter(times.receivedAt()), "it has not happened yet");
        check(times.occurredAt().isAfter(Instant.parse("1999-12-31T23:59:59Z")), "long ago");
        year(times.timestamp());
        year(times.sentAt());
    }

    private static void year(@Nullable Instant time) {
        check(
                time == null
                        || time.isBefore(Instant.parse("+10000-01-01T00:00:00Z"))
                                && time.isAfter(Instant.parse("0000-12-31T23:59:59Z")),
                "no year of ours");
    }

    private static void unpack(byte[] data) {
        try {
            check(Unpacking.unpacked(data).length <= Limits.UNPACKED_BYTES, "too much");
        } catch (Refused e) {
            check(e.status() == 400 || e.status() == 413, "refused as " + e.status());
        }
        try {
            Unpacking.check(new String(data, StandardCharsets.ISO_8859_1));
        } catch (Refused e) {
            check(e.status() == 415, "refused as " + e.status());
        }
    }

    /// Two texts, one for each clock.
    private static void time(byte[] data) {
        var texts = new String(data, StandardCharsets.UTF_8).split("\\|", 2);
        var json = JsonNodeFactory.instance;
        var timing = Timing.of(NOW, texts.length < 2 ? null : json.stringNode(texts[1]));
        try {
            sane(timing.of(json.stringNode(texts[0]), "/timestamp"));
        } catch (Unfit e) {
            check(!e.detail().isBlank(), "unfit without a reason");
        }
    }

    private static void key(byte[] data) {
        var key = Keys.ofHeader(new String(data, StandardCharsets.ISO_8859_1));
        check(key == null || key.length() <= data.length, "a key that was not sent");
    }

    private static void check(boolean isGood, String otherwise) {
        if (!isGood) {
            throw new IllegalStateException(otherwise);
        }
    }
}
