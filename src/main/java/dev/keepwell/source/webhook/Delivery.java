package dev.keepwell.source.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that a provider told, with its bytes, and what became of it.
@SuppressWarnings("ArrayRecordComponent") // It is shown, never compared.
public record Delivery(
        long seq, String id, About about, Instant receivedAt, byte[] body, Fate fate) {

    /// What was told, of what, and when it happened by the provider's own clock.
    public record About(String type, String subject, Instant occurredAt) {}

    /// Whether it waits, was applied, is of no use, or was set aside; and why.
    public record Fate(
            String state,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant doneAt) {}
}
