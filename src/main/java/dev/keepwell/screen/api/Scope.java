package dev.keepwell.screen.api;

import dev.keepwell.workspace.Grant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a route asks of a token. The words are those that tokens carry.
enum Scope {
    ACCOUNTS_READ,
    HEALTH_READ,
    HEALTH_WRITE,
    METRICS_READ,
    EVENTS_READ,
    EVENTS_WRITE,
    IMPORTS_WRITE,
    JOBS_READ,
    RUNS_WRITE,
    MODELS_READ,
    MODELS_WRITE,
    EXPORTS_READ,
    TOKENS_WRITE,
    WORKSPACE_READ,
    WORKSPACE_WRITE,
    /// Looks after the installation. No token of a workspace has it, only the one in `server.json`.
    OPERATE;

    /// `accounts:read`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    static Set<Scope> of(Grant grant) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var scope : EnumSet.complementOf(EnumSet.of(OPERATE))) {
            if (grant.allows(scope.word())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }
}
