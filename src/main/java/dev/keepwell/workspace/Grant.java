package dev.keepwell.workspace;

import dev.keepwell.kernel.WorkspaceId;
import java.util.Set;

/// What a shown token opens: one workspace, and some of what can be done in it. What it sends is of
/// the source; empty when it was not made to send.
public record Grant(
        WorkspaceId workspace, String tokenId, TokenKind kind, Set<String> scopes, String source) {

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    public boolean allows(String scope) {
        return scopes.contains(Scopes.ALL) || scopes.contains(scope);
    }
}
