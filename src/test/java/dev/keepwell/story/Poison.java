package dev.keepwell.story;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One event that is not as it should be, and what is to become of it.
///
/// @param bytes the event as it is sent, which differs from that of all others
/// @param reason why it is set aside; nothing when it is stored nevertheless
@SuppressWarnings("ArrayRecordComponent") // It is sent, and looked for by its text.
record Poison(String name, byte[] bytes, Found found, @Nullable String reason) {

    /// Where it is found out.
    enum Found {
        /// The sender is told at once.
        AT_THE_DOOR,
        LATER,
        NEVER
    }

    static Poison atTheDoor(String name, String event, String reason) {
        return new Poison(name, bytes(event), Found.AT_THE_DOOR, reason);
    }

    static Poison later(String name, String event, String reason) {
        return new Poison(name, bytes(event), Found.LATER, reason);
    }

    static Poison harmless(String name, String event) {
        return new Poison(name, bytes(event), Found.NEVER, null);
    }

    /// A good call with some members more, and the id that it is known by.
    static String event(String id, String members) {
        return """
        {"messageId": "%s", "type": "track", "event": "Poison Taken", "userId": "u1"%s}\
        """
                .formatted(id, members.isEmpty() ? "" : ", " + members);
    }

    /// A good call of which one member is said otherwise.
    static String instead(String id, String from, String to) {
        return event(id, "").replace(from, to);
    }

    /// Each sign is one byte.
    static byte[] bytes(String text) {
        return text.chars().allMatch(it -> it < 256)
                ? text.getBytes(StandardCharsets.ISO_8859_1)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
