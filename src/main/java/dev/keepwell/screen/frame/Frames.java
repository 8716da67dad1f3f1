package dev.keepwell.screen.frame;

import dev.keepwell.health.CurrentScores;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.frame.Frame.Freshness;
import dev.keepwell.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Builds the frame of a page for whoever asks for it.
@Component
class Frames {

    private final CurrentScores scores;
    private final Workspaces workspaces;
    private final ResourceUrlProvider files;
    private final boolean sample;

    Frames(
            CurrentScores scores,
            Workspaces workspaces,
            ResourceUrlProvider mvcResourceUrlProvider,
            @Value("${keepwell.sample:false}") boolean sample) {
        this.scores = scores;
        this.workspaces = workspaces;
        this.files = mvcResourceUrlProvider;
        this.sample = sample;
    }

    Frame of(HttpServletRequest request) {
        var workspace = (WorkspaceId) request.getAttribute(WorkspaceId.class.getName());
        return new Frame(
                request.getRequestURI(),
                workspace == null ? "" : workspaces.nameOf(workspace),
                workspace == null ? new Freshness.None() : freshness(workspace),
                sample,
                forgery(request),
                name -> Objects.requireNonNullElse(files.getForLookupPath(name), name));
    }

    private Freshness freshness(WorkspaceId workspace) {
        return scores.day(workspace)
                .<Freshness>map(day -> new Freshness.Until(Figures.day(day)))
                .orElseGet(Freshness.None::new);
    }

    private static Frame.Forgery forgery(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        if (token == null) {
            // The firewall refused the request before anybody gave it a token.
            return new Frame.Forgery("", "", "");
        }
        return new Frame.Forgery(token.getHeaderName(), token.getParameterName(), token.getToken());
    }
}
