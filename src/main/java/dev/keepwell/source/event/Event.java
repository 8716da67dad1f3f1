package dev.keepwell.source.event;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened, in the words that all senders are translated to.
///
/// @param change whether something was missing and was supplied: its id or its time
public record Event(
        Id id,
        Type type,
        @Nullable String name,
        Who who,
        Times times,
        String properties,
        boolean change) {

    public enum Type {
        TRACK,
        PAGE,
        SCREEN,
        IDENTIFY,
        GROUP,
        ALIAS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// By which it is known: unique within its source. The content tells whether another event of
    /// the same id says the same.
    public record Id(String source, String messageId, UUID content) {}

    /// Who did it, as sent: a user, a visitor who is not known yet, or the id that a user had
    /// before; and for which account, with the place that said so.
    public record Who(
            @Nullable String user,
            @Nullable String anonymous,
            @Nullable String previous,
            @Nullable String account,
            String accountFrom) {}

    /// When it happened by our clock and by its sender's, when it was sent, and when it came.
    public record Times(
            Instant occurredAt,
            @Nullable Instant timestamp,
            @Nullable Instant sentAt,
            Instant receivedAt) {}
}
