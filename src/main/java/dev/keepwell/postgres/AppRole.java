package dev.keepwell.postgres;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The role that the application works as: it owns nothing and cannot step over row-level security.
///
/// Roles belong to the whole server, not to one database on it. Each database has its own, or two
/// with different owners would take turns in setting its password.
record AppRole(String name) {

    private static final String PREFIX = "keepwell_app_";
    private static final int DIGITS = 8;

    private static final String HMAC = "HmacSHA256";

    static AppRole of(DatabaseUrl owner) {
        var name = owner.database().getBytes(StandardCharsets.UTF_8);
        var hash = HexFormat.of().formatHex(Fingerprint.sha256().digest(name));
        return new AppRole(PREFIX + hash.substring(0, DIGITS));
    }

    /// Creates the role or sets its password anew. Every server of one database derives the same
    /// password from the owner's, so none has to tell another, and none is stored.
    DatabaseUrl provide(Connection connection, JdbcClient sql, DatabaseUrl owner) {
        var password = derived(owner.password());
        try {
            if (!exists(sql)) {
                sql.sql(
                                """
                                create role %s login nosuperuser nobypassrls \
                                nocreatedb nocreaterole\
                                """
                                        .formatted(name))
                        .update();
            }
            // Hashed here, so that the password itself is in no log of the database.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(name, password.toCharArray(), "scram-sha-256");
        } catch (SQLException | RuntimeException e) {
            throw refused("its owner may not create or alter it (CREATEROLE is missing): " + e);
        }
        checkPowerless(sql);
        return owner.as(name, password);
    }

    private boolean exists(JdbcClient sql) {
        return sql.sql("select exists (select from pg_roles where rolname = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    private void checkPowerless(JdbcClient sql) {
        var powerless =
                sql.sql(
                                """
                                select rolcanlogin
                                    and not (rolsuper or rolbypassrls)
                                    and not (rolcreatedb or rolcreaterole)
                                    and not exists (
                                        select from pg_auth_members where member = pg_roles.oid)
                                from pg_roles where rolname = ?
                                """)
                        .param(name)
                        .query(Boolean.class)
                        .single();
        if (!powerless) {
            throw refused("it has powers that would open one workspace to another");
        }
    }

    private Refusal refused(String why) {
        return Refusal.configuration(
                "database_role",
                "The database role %s must be a plain role that may log in, but %s."
                        .formatted(name, why));
    }

    private String derived(String secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256.", e);
        }
    }
}
