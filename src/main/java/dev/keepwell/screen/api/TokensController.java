package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Scopes;
import dev.keepwell.workspace.Token;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Makes, lists and revokes the tokens of a workspace. The text of one is shown when it is made,
/// and never again.
@RestController
class TokensController {

    /// A token to be: its scopes, or that it is a write key and, if it sends for a source that is
    /// there, which.
    record Order(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            boolean writeKey,
            @Nullable String source) {

        TokenKind kind() {
            return writeKey ? TokenKind.WRITE : TokenKind.API;
        }

        boolean isPlainWriteKey() {
            return writeKey && (scopes == null || asked().equals(Set.of(Scopes.INGEST)));
        }

        Set<String> asked() {
            if (scopes != null) {
                // What is not a word is no scope, and is refused as one.
                return scopes.stream().map(String::valueOf).collect(Collectors.toSet());
            }
            return writeKey ? Set.of(Scopes.INGEST) : Set.of();
        }
    }

    /// A token that was just made, and the source it sends as.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Made(String id, String token, String source) {}

    /// A token without its text.
    record Answer(
            String id,
            String name,
            String kind,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant endsAt) {

        static Answer of(Token it) {
            return new Answer(
                    it.id(),
                    it.name(),
                    it.kind().word(),
                    it.scopes(),
                    it.life().createdAt(),
                    it.life().lastUsedAt(),
                    it.life().expiresAt());
        }
    }

    /// The tokens that are good.
    record Answers(List<Answer> data) {}

    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/api/v1/tokens")
    Answers list(WorkspaceId workspace) {
        return new Answers(tokens.list(workspace).stream().map(Answer::of).toList());
    }

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Made create(WorkspaceId workspace, @RequestBody Order order) {
        var name = order.name() == null ? "" : order.name();
        var made =
                order.isPlainWriteKey()
                        ? tokens.createWriteKey(workspace, name, order.source())
                        : tokens.create(workspace, name, order.kind(), order.asked());
        return new Made(made.tokenId(), made.secret(), made.source());
    }

    @DeleteMapping("/api/v1/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(WorkspaceId workspace, @PathVariable String id) {
        tokens.revoke(workspace, id);
    }
}
