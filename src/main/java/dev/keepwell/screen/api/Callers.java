package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Sessions;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Knows programs by their tokens, and people by the session of their browser.
@Component
final class Callers {

    /// The operator's token opens every workspace; this header says which.
    static final String WORKSPACE = "X-Keepwell-Workspace";

    /// Whoever sits at the terminal or in a browser that the operator let in. They are not told
    /// apart: whoever has the one can open the other.
    private static final String OPERATOR = "operator";

    private final OperatorToken operator;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Workspaces workspaces;

    Callers(OperatorToken operator, Tokens tokens, Sessions sessions, Workspaces workspaces) {
        this.operator = operator;
        this.tokens = tokens;
        this.sessions = sessions;
        this.workspaces = workspaces;
    }

    Optional<Caller> find(String token, @Nullable String workspace) {
        if (operator.is(token)) {
            return Optional.of(new Caller(named(workspace), EnumSet.allOf(Scope.class), OPERATOR));
        }
        return tokens.find(token).map(it -> new Caller(it.workspace(), Scope.of(it), it.tokenId()));
    }

    Optional<Caller> inSession(String session) {
        return sessions.find(session).map(it -> new Caller(it.workspace(), Scope.of(it), OPERATOR));
    }

    private WorkspaceId named(@Nullable String workspace) {
        if (workspace == null) {
            return WorkspaceId.DEFAULT;
        }
        var id = id(workspace);
        workspaces.conventionsOf(id); // Refuses one that does not exist.
        return id;
    }

    static WorkspaceId id(String workspace) {
        try {
            return new WorkspaceId(workspace);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("workspace", String.valueOf(e.getMessage()));
        }
    }
}
