package dev.keepwell.workspace;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.List;
import java.util.Set;

/// What a token may do, in words.
public final class Scopes {

    /// Everything.
    public static final String ALL = "all";

    public static final String INGEST = "ingest:write";

    private static final List<String> KNOWN =
            List.of(
                    ALL,
                    INGEST,
                    "accounts:read",
                    "accounts:write",
                    "events:read",
                    "events:write",
                    "exports:read",
                    "health:read",
                    "health:write",
                    "imports:write",
                    "jobs:read",
                    "metrics:read",
                    "models:read",
                    "models:write",
                    "runs:write",
                    "tokens:write",
                    "workspace:read",
                    "workspace:write");

    private Scopes() {}

    static void check(TokenKind kind, Set<String> scopes) {
        for (var scope : scopes) {
            if (!KNOWN.contains(scope)) {
                throw Refusal.invalid(
                        "unknown_scope",
                        "'%s' is no scope.%s The scopes are %s."
                                .formatted(
                                        scope,
                                        Suggestion.forWord(scope, KNOWN),
                                        String.join(", ", KNOWN)));
            }
        }
        if (scopes.isEmpty()) {
            throw Refusal.invalid(
                    "no_scope", "A token needs a scope: it could do nothing without one.");
        }
        if (kind == TokenKind.WRITE && !scopes.equals(Set.of(INGEST))) {
            throw Refusal.invalid(
                    "write_key_scope",
                    "A write key is in the hands of whoever sends. Its one scope is "
                            + INGEST
                            + ".");
        }
    }
}
