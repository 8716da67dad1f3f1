package dev.keepwell.workspace;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tokens that open workspaces to programs, and to the browsers of people.
@Component
public class Tokens {

    private static final Set<TokenKind> PROGRAMS = EnumSet.of(TokenKind.API, TokenKind.WRITE);

    private final Database database;
    private final Clock clock;

    Tokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A token that is good until it is revoked.
    public NewToken create(WorkspaceId workspace, String name, TokenKind kind, Set<String> scopes) {
        return add(workspace, name, kind, scopes, null, null);
    }

    /// A key for whoever sends, under a source of its own or, to take over from another key, under
    /// that one's.
    public NewToken createWriteKey(WorkspaceId workspace, String name, @Nullable String source) {
        var scopes = Set.of(Scopes.INGEST);
        return database.in(
                workspace,
                session -> {
                    var its = new SourceNames(session).chosen(workspace, source);
                    return add(workspace, name, TokenKind.WRITE, scopes, null, its);
                });
    }

    /// A token that ends by itself.
    public NewToken createFor(
            Duration life, WorkspaceId workspace, String name, TokenKind kind, Set<String> scopes) {
        return add(workspace, name, kind, scopes, utc(clock.instant().plus(life)), null);
    }

    /// What the secret opens to a program; empty when it is unknown, expired or revoked.
    public Optional<Grant> find(String text) {
        return shown(text).filter(it -> PROGRAMS.contains(it.kind()));
    }

    /// Spends a link, and says where it leads.
    Optional<WorkspaceId> spend(String text) {
        var secret = new Secret(text);
        if (!secret.isWellFormed()) {
            return Optional.empty();
        }
        return database.unscoped(it ->
                it.sql()
                        .sql("select workspace.link_spent(?, ?)")
                        .params(secret.sha256(), utc(clock.instant()))
                        .query((row, _) -> new WorkspaceId(row.getString(1)))
                        .optional());
    }

    /// What the secret opens, whoever shows it.
    Optional<Grant> shown(String text) {
        var secret = new Secret(text);
        if (!secret.isWellFormed()) {
            return Optional.empty();
        }
        return database.unscoped(it ->
                it.sql()
                        .sql("select * from workspace.token_shown(?, ?)")
                        .params(secret.sha256(), utc(clock.instant()))
                        .query((row, _) -> grant(row))
                        .optional());
    }

    /// The tokens that open this workspace to programs, oldest first; those that were revoked are
    /// not listed.
    public List<Token> list(WorkspaceId workspace) {
        return database.in(
                workspace,
                it ->
                        Rows.of(
                                it.sql()
                                        .sql(
                                                """
                                                select * from workspace.token
                                                where revoked_at is null
                                                    and kind in ('api', 'write')
                                                order by created_at, token_id
                                                """)
                                        .query((row, _) -> token(row))));
    }

    /// The sources that a write key may send as.
    public Set<String> sources(WorkspaceId workspace) {
        return database.in(
                workspace,
                it ->
                        Set.copyOf(
                                Rows.of(
                                        it.sql()
                                                .sql(
                                                        """
                                                        select distinct source_system
                                                        from workspace.token
                                                        where revoked_at is null
                                                        and kind = 'write'
                                                        and source_system is not null
                                                        """)
                                                .query(String.class))));
    }

    public void revoke(WorkspaceId workspace, String tokenId) {
        var revoked =
                database.in(
                        workspace,
                        it ->
                                it.sql()
                                        .sql(
                                                """
                                                update workspace.token
                                                set revoked_at = coalesce(revoked_at, ?)
                                                where token_id = ?
                                                """)
                                        .params(utc(clock.instant()), tokenId)
                                        .update());
        if (revoked == 0) {
            throw Refusal.unknown(
                    "unknown_token",
                    "There is no token '%s' in workspace '%s'.".formatted(tokenId, workspace));
        }
    }

    private NewToken add(
            WorkspaceId workspace,
            String name,
            TokenKind kind,
            Set<String> scopes,
            @Nullable OffsetDateTime expiresAt,
            @Nullable String source) {
        Scopes.check(kind, scopes);
        var secret = Secret.random(kind.prefix());
        var id = Fingerprint.of(secret.text()).id("tok");
        var words = scopes.stream().sorted().toArray(String[]::new);
        database.doIn(
                workspace,
                it ->
                        it.sql()
                                .sql(
                                        """
                                        insert into workspace.token (workspace_id, token_id,
                                            name, sha256, kind, scopes, created_at, expires_at,
                                            source_system)
                                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .param(workspace.value())
                                .param(id)
                                .param(name)
                                .param(secret.sha256())
                                .param(kind.word())
                                .param(words)
                                .param(utc(clock.instant()))
                                .param(expiresAt)
                                .param(source)
                                .update());
        return new NewToken(id, secret.text(), source == null ? "" : source);
    }

    private static Grant grant(ResultSet row) throws SQLException {
        var scopes = (String[]) row.getArray("scopes").getArray();
        return new Grant(
                new WorkspaceId(row.getString("workspace_id")),
                row.getString("token_id"),
                TokenKind.ofWord(row.getString("kind")),
                Set.of(scopes),
                Objects.requireNonNullElse(row.getString("source_system"), ""));
    }

    private static Token token(ResultSet row) throws SQLException {
        var scopes = (String[]) row.getArray("scopes").getArray();
        return new Token(
                row.getString("token_id"),
                row.getString("name"),
                TokenKind.ofWord(row.getString("kind")),
                List.of(scopes),
                new Token.Life(
                        row.getTimestamp("created_at").toInstant(),
                        instant(row.getTimestamp("last_used_at")),
                        instant(row.getTimestamp("expires_at"))));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
