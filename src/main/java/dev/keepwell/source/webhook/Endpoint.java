package dev.keepwell.source.webhook;

import dev.keepwell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An address at which one system tells one workspace what has changed. Its secrets are not here.
public record Endpoint(
        WorkspaceId workspace,
        String id,
        Provider provider,
        String source,
        String name,
        Wiring wiring) {

    /// Where it stands in the world: the address as the outside sees it, the accounts of a chat's
    /// channels, and since when it is there or rests.
    public record Wiring(
            @Nullable String publicUrl,
            Map<String, String> channels,
            boolean hasTwoSecrets,
            Instant createdAt,
            @Nullable Instant pausedAt) {}
}
