package dev.keepwell.screen.api;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who looks at a page, as far as pages need to know: what to offer and what to show as closed.
@Component
public final class Visitor {

    /// Whether they may draft and publish models.
    public boolean mayChangeModels() {
        return caller().filter(it -> it.may(Scope.MODELS_WRITE)).isPresent();
    }

    /// Whether they may send events, again or for the first time.
    public boolean mayMendEvents() {
        return caller().filter(it -> it.may(Scope.EVENTS_WRITE)).isPresent();
    }

    /// Whether they may say which records are one.
    public boolean mayMergeRecords() {
        return caller().filter(it -> it.may(Scope.IMPORTS_WRITE)).isPresent();
    }

    public boolean mayMakeKeys() {
        return caller().filter(it -> it.may(Scope.TOKENS_WRITE)).isPresent();
    }

    /// Whether they may say what to expect of a source, and pause it.
    public boolean mayChangeSources() {
        return caller().filter(it -> it.may(Scope.WORKSPACE_WRITE)).isPresent();
    }

    /// What their drafts are signed with.
    public String name() {
        return caller().map(Caller::name).orElse("");
    }

    private static Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
