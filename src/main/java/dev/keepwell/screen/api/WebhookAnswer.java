package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keepwell.source.webhook.Deliveries;
import dev.keepwell.source.webhook.Endpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A webhook, and its secret the one time that it is told.
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookAnswer(
        String id,
        String url,
        String provider,
        String source,
        String name,
        boolean twoSecrets,
        Instant createdAt,
        @Nullable Instant pausedAt,
        long refused,
        @Nullable Instant lastRefusedAt,
        @Nullable String lastRefusal,
        @Nullable String secret) {

    /// As it is called at an address.
    static WebhookAnswer of(
            Endpoint it, Deliveries.Refusals refusals, String address, @Nullable String secret) {
        var wiring = it.wiring();
        return new WebhookAnswer(
                it.id(),
                address + "/webhooks/" + it.id(),
                it.provider().word(),
                it.source(),
                it.name(),
                wiring.hasTwoSecrets(),
                wiring.createdAt(),
                wiring.pausedAt(),
                refusals.count(),
                refusals.lastAt(),
                refusals.last(),
                secret);
    }
}
