package dev.keepwell.workspace;

import dev.keepwell.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How people come in: by a link that works once, which becomes a session of their browser.
@Component
public class Sessions {

    /// A link may lie in a terminal over night, and no longer.
    static final Duration LINK_LIFE = Duration.ofHours(24);

    /// People come back every working day; who stays away for a week asks for a new link.
    public static final Duration LIFE = Duration.ofDays(7);

    private static final Set<String> EVERYTHING = Set.of(Scopes.ALL);

    private final Tokens tokens;

    Sessions(Tokens tokens) {
        this.tokens = tokens;
    }

    /// Makes a link into a workspace; its secret is told this once.
    public NewToken link(WorkspaceId workspace) {
        return tokens.createFor(LINK_LIFE, workspace, "sign-in link", TokenKind.LINK, EVERYTHING);
    }

    /// Spends a link for a session; empty when it is unknown, too old or spent already.
    public Optional<NewToken> open(String link) {
        return tokens.spend(link)
                .map(it -> tokens.createFor(LIFE, it, "browser", TokenKind.SESSION, EVERYTHING));
    }

    /// What a browser may open; empty when its session is unknown or has ended.
    public Optional<Grant> find(String session) {
        return tokens.shown(session).filter(it -> it.kind() == TokenKind.SESSION);
    }

    /// Ends a session. One that is over already stays so.
    public void end(String session) {
        find(session).ifPresent(it -> tokens.revoke(it.workspace(), it.tokenId()));
    }
}
