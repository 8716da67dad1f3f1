package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import java.util.Set;

/// Who asks: in which workspace, what they may do there, and by what name their work is signed.
record Caller(WorkspaceId workspace, Set<Scope> scopes, String name) {

    Caller {
        scopes = Set.copyOf(scopes);
    }

    boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
