package dev.keepwell.warehouse;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.source.event.Event;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An event as a product sends it.
record Sent(
        String messageId,
        String type,
        @Nullable String name,
        @Nullable String user,
        @Nullable String visitor,
        @Nullable String account,
        Instant at) {

    static final String SOURCE = "sdk";

    static Sent track(String messageId, String user, String at) {
        return new Sent(messageId, "track", "open", user, null, null, Instant.parse(at));
    }

    static Sent visit(String messageId, String visitor, String at) {
        return new Sent(messageId, "page", "Home", null, visitor, null, Instant.parse(at));
    }

    static Sent group(String messageId, String user, String account, String at) {
        return new Sent(messageId, "group", null, user, null, account, Instant.parse(at));
    }

    static Sent identify(String messageId, String visitor, String user, String at) {
        return new Sent(messageId, "identify", null, user, visitor, null, Instant.parse(at));
    }

    Event event(Instant received) {
        var content = Fingerprint.of(toString()).uuid();
        var isAlias = type.equals("alias");
        var from = type.equals("group") ? "group" : account == null ? "" : "context.groupId";
        return new Event(
                new Event.Id(SOURCE, messageId, content),
                Event.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                name,
                new Event.Who(
                        user, isAlias ? null : visitor, isAlias ? visitor : null, account, from),
                new Event.Times(at, at, received, received),
                "{}",
                false);
    }
}
