package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import java.util.Set;

/// Who asks: in which workspace, and what they may do there.
record Caller(WorkspaceId workspace, Set<Scope> scopes) {

    Caller {
        scopes = Set.copyOf(scopes);
    }

    boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
