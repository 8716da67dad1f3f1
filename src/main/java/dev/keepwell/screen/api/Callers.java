package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Knows callers by their tokens.
@Component
final class Callers {

    /// The operator's token opens every workspace; this header says which.
    static final String WORKSPACE = "X-Keepwell-Workspace";

    private final OperatorToken operator;

    Callers(OperatorToken operator) {
        this.operator = operator;
    }

    Optional<Caller> find(String token, @Nullable String workspace) {
        if (operator.is(token)) {
            var id = workspace == null ? WorkspaceId.DEFAULT : id(workspace);
            return Optional.of(new Caller(id, EnumSet.allOf(Scope.class)));
        }
        return Optional.empty();
    }

    private static WorkspaceId id(String workspace) {
        try {
            return new WorkspaceId(workspace);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("workspace", String.valueOf(e.getMessage()));
        }
    }
}
