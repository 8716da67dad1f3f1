package dev.keepwell.source.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that was set aside: which rule it breaks, where, and its bytes as they came.
///
/// @param original the bytes of the event alone
@SuppressWarnings("ArrayRecordComponent") // It is shown and sent again, never compared.
public record DeadLetter(
        long id, Origin origin, Why why, byte[] original, @Nullable String messageId, State state) {

    /// Where it came from.
    public record Origin(String source, String route, Instant firstSeen) {}

    /// Which rule it breaks.
    ///
    /// @param pointer the JSON pointer of the offending place; empty for all of it
    public record Why(String stage, String reason, String detail, String pointer, int attempts) {}

    /// What has become of it since.
    public record State(@Nullable Instant replayedAt, @Nullable Instant ignoredAt) {

        public boolean isOpen() {
            return replayedAt == null && ignoredAt == null;
        }
    }
}
