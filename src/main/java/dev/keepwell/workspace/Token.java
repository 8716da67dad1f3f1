package dev.keepwell.workspace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token as it can be shown: everything but its text.
public record Token(String id, String name, TokenKind kind, List<String> scopes, Life life) {

    /// Since when it opens the workspace, when it last did, and until when it may.
    public record Life(
            Instant createdAt, @Nullable Instant lastUsedAt, @Nullable Instant expiresAt) {}

    public Token {
        scopes = List.copyOf(scopes);
    }
}
