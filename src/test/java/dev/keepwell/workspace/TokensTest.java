package dev.keepwell.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.story.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Database database = TestDatabase.open();
    private final WorkspaceId acorn = TestDatabase.freshWorkspace();
    private final Tokens tokens = tokensAt(NOON);

    @BeforeEach
    void createWorkspace() {
        new Workspaces(database, Clock.systemUTC()).create(acorn, "Acorn");
    }

    @Test
    void a_token_opens_its_workspace_before_any_is_known() {
        var token = tokens.create(acorn, "nightly", TokenKind.API, Set.of("accounts:read"));

        assertThat(token.secret()).matches("kw_live_[A-Za-z0-9_-]{43}[0-9a-f]{8}");
        assertThat(tokens.find(token.secret()))
                .contains(
                        new Grant(
                                acorn,
                                token.tokenId(),
                                TokenKind.API,
                                Set.of("accounts:read"),
                                ""));
    }

    @Test
    void a_write_key_can_only_send() {
        var key = tokens.create(acorn, "web", TokenKind.WRITE, Set.of("ingest:write"));

        assertThat(key.secret()).startsWith("kw_write_");
        var grant = tokens.find(key.secret()).orElseThrow();
        assertThat(grant.allows("ingest:write")).isTrue();
        assertThat(grant.allows("accounts:read")).isFalse();
        assertThatThrownBy(() -> tokens.create(acorn, "web", TokenKind.WRITE, Set.of("all")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ingest:write");
    }

    @Test
    void a_token_for_all_allows_everything() {
        var token = tokens.create(acorn, "root", TokenKind.API, Set.of("all"));

        assertThat(tokens.find(token.secret()).orElseThrow().allows("models:write")).isTrue();
    }

    @Test
    void only_the_fingerprint_of_a_secret_is_kept() {
        var token = tokens.create(acorn, "nightly", TokenKind.API, Set.of("all"));

        var rows = column("select row_to_json(token)::text from workspace.token");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).doesNotContain(token.secret().substring(8, 40));
        assertThat(token).hasToString(token.tokenId());
    }

    @Test
    void a_mistyped_or_invented_secret_opens_nothing() {
        var secret = tokens.create(acorn, "nightly", TokenKind.API, Set.of("all")).secret();

        assertThat(tokens.find(secret.substring(0, 20))).isEmpty();
        assertThat(tokens.find(secret.replace("kw_live_", "kw_LIVE_"))).isEmpty();
        assertThat(tokens.find(Secret.random("kw_live_").text())).isEmpty();
        assertThat(tokens.find("")).isEmpty();
    }

    @Test
    void a_revoked_token_opens_nothing() {
        var token = tokens.create(acorn, "nightly", TokenKind.API, Set.of("all"));

        tokens.revoke(acorn, token.tokenId());

        assertThat(tokens.find(token.secret())).isEmpty();
    }

    @Test
    void a_token_is_revoked_by_its_own_workspace_only() {
        var token = tokens.create(acorn, "nightly", TokenKind.API, Set.of("all"));

        assertThatThrownBy(() -> tokens.revoke(WorkspaceId.DEFAULT, token.tokenId()))
                .isInstanceOf(Refusal.class);
        assertThat(tokens.find(token.secret())).isPresent();
    }

    @Test
    void an_expired_token_opens_nothing() {
        var hour = Duration.ofHours(1);
        var token = tokens.createFor(hour, acorn, "trial", TokenKind.API, Set.of("all"));

        assertThat(tokensAt(NOON.plus(hour).minusMillis(1)).find(token.secret())).isPresent();
        assertThat(tokensAt(NOON.plus(hour)).find(token.secret())).isEmpty();
    }

    @Test
    void the_last_use_is_written_at_most_once_a_minute() {
        var secret = tokens.create(acorn, "nightly", TokenKind.API, Set.of("all")).secret();

        tokens.find(secret);
        tokensAt(NOON.plusSeconds(59)).find(secret);
        assertThat(lastUse()).isEqualTo(NOON);

        tokensAt(NOON.plusSeconds(60)).find(secret);
        assertThat(lastUse()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void an_unknown_scope_is_refused_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> tokens.create(acorn, "x", TokenKind.API, Set.of("acounts:read")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Did you mean 'accounts:read'?");
    }

    private Instant lastUse() {
        return database.in(
                acorn,
                it ->
                        it.sql()
                                .sql("select last_used_at from workspace.token")
                                .query(OffsetDateTime.class)
                                .single()
                                .toInstant());
    }

    private List<String> column(String query) {
        return database.in(acorn, it -> Rows.of(it.sql().sql(query).query(String.class)));
    }

    private Tokens tokensAt(Instant now) {
        return new Tokens(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
