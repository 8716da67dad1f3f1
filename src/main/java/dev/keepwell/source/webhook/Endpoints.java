package dev.keepwell.source.webhook;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Where the addresses of webhooks are kept, with the secrets that verify what comes there.
public final class Endpoints {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> CHANNELS = new TypeReference<>() {};
    private static final int SECRET_CHARS_MAX = 500;
    private static final int ID_BITS = 160;

    private final Database database;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Endpoints(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What somebody wants to be told, and how. Without a secret one is drawn, where that is ours
    /// to do.
    public record Order(
            String provider,
            String source,
            String name,
            @Nullable String secret,
            @Nullable String publicUrl,
            Map<String, String> channels) {}

    /// An address, and its secret if we drew it: the only time it is told.
    public record Made(Endpoint endpoint, @Nullable String secret) {}

    /// An address that was called, and the secrets that count there.
    record Called(Endpoint endpoint, List<String> secrets) {}

    public Made create(WorkspaceId workspace, Order order) {
        var provider = Provider.of(order.provider());
        var source = order.source().isEmpty() ? provider.word() : order.source();
        checkSource(source);
        checkUrl(order.publicUrl());
        var drawn = drawn(provider, order.secret());
        var secret = drawn == null ? checked(provider, order.secret()) : drawn;
        var id = "whk_" + new BigInteger(ID_BITS, chance).toString(Character.MAX_RADIX);
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        insert into source.webhook_endpoint (workspace_id,
                                            endpoint_id, provider, source_system, name, secret,
                                            public_url, channels, created_at)
                                        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                                        """)
                                .param(workspace.value())
                                .param(id)
                                .param(provider.word())
                                .param(source)
                                .param(order.name())
                                .param(secret)
                                .param(order.publicUrl())
                                .param(JSON.writeValueAsString(order.channels()))
                                .param(now())
                                .update());
        return new Made(find(workspace, id), drawn);
    }

    public List<Endpoint> list(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select * from source.webhook_endpoint
                                        order by created_at, endpoint_id
                                        """)
                                .query((row, _) -> endpoint(row))
                                .list());
    }

    public Endpoint find(WorkspaceId workspace, String id) {
        return list(workspace).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    /// Takes another secret beside the present one. The one before that counts no more.
    public Made rotate(WorkspaceId workspace, String id, @Nullable String secret) {
        var provider = find(workspace, id).provider();
        var drawn = drawn(provider, secret);
        var next = drawn == null ? checked(provider, secret) : drawn;
        change(workspace, id, "secret_before = secret, secret = ?", next);
        return new Made(find(workspace, id), drawn);
    }

    /// Ends the exchange of a secret: only the newest counts.
    public void forgetOldSecret(WorkspaceId workspace, String id) {
        change(workspace, id, "secret_before = ?", null);
    }

    /// While it is paused, what comes is kept and not applied.
    public void pause(WorkspaceId workspace, String id, boolean paused) {
        change(workspace, id, "paused_at = cast(? as timestamptz)", paused ? now() : null);
    }

    /// What came there stays, and so do the records.
    public void delete(WorkspaceId workspace, String id) {
        find(workspace, id);
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql("delete from source.webhook_endpoint where endpoint_id = ?")
                                .param(id)
                                .update());
    }

    /// Whoever calls knows nothing but the address.
    Optional<Called> called(String id) {
        return database.unscoped(session ->
                session.sql()
                        .sql("select * from source.webhook_called(?)")
                        .param(id)
                        .query((row, _) -> {
                            var secrets = new ArrayList<>(List.of(row.getString("secret")));
                            if (row.getString("secret_before") != null) {
                                secrets.add(row.getString("secret_before"));
                            }
                            return new Called(endpoint(row), secrets);
                        })
                        .optional());
    }

    private void change(WorkspaceId workspace, String id, String change, @Nullable Object value) {
        var changed =
                database.in(
                        workspace,
                        session ->
                                session.sql()
                                        .sql(
                                                """
                                                update source.webhook_endpoint set %s
                                                where endpoint_id = ?
                                                """
                                                        .formatted(change))
                                        .param(value)
                                        .param(id)
                                        .update());
        if (changed == 0) {
            throw unknown(id);
        }
    }

    private static @Nullable String drawn(Provider provider, @Nullable String secret) {
        return provider == Provider.STANDARD && secret == null ? StandardSecret.drawn() : null;
    }

    private static String checked(Provider provider, @Nullable String secret) {
        if (secret == null || secret.isBlank() || secret.length() > SECRET_CHARS_MAX) {
            throw Refusal.invalid(
                    "webhook_secret",
                    "A webhook of %s needs the secret that %s shows, of at most %d characters."
                            .formatted(provider.word(), provider.word(), SECRET_CHARS_MAX));
        }
        if (provider == Provider.STANDARD) {
            var _ = StandardSecret.key(secret.strip());
        }
        return secret.strip();
    }

    private static void checkSource(String source) {
        if (!source.matches("[a-z0-9][a-z0-9_-]{0,39}")) {
            throw Refusal.invalid(
                    "source_name",
                    "A source is named by up to 40 of a-z, 0-9, '_' and '-', but got '%s'."
                            .formatted(source));
        }
    }

    private static void checkUrl(@Nullable String url) {
        if (url != null && !url.matches("https?://[^\\s?#]{1,500}")) {
            throw Refusal.invalid(
                    "public_url",
                    "A public URL is written https://keepwell.example.com, but got '%s'."
                            .formatted(url));
        }
    }

    private static Refusal unknown(String id) {
        return Refusal.unknown(
                "unknown_webhook",
                "There is no webhook '%s'. List the webhooks to find its id.".formatted(id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        var paused = row.getObject("paused_at", OffsetDateTime.class);
        Instant pausedAt = paused == null ? null : paused.toInstant();
        return new Endpoint(
                new WorkspaceId(row.getString("workspace_id")),
                row.getString("endpoint_id"),
                Provider.of(row.getString("provider")),
                row.getString("source_system"),
                row.getString("name"),
                new Endpoint.Wiring(
                        row.getString("public_url"),
                        JSON.readValue(row.getString("channels"), CHANNELS),
                        row.getString("secret_before") != null,
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        pausedAt));
    }
}
