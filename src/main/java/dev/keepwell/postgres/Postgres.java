package dev.keepwell.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keepwell.kernel.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A database that is up, durable, migrated and walled, and the connections that the application
/// shares.
public final class Postgres implements AutoCloseable {

    private static final int CONNECTIONS_MAX = 20;

    /// A request is told in two seconds that the database is away: so long at most it waits for a
    /// connection, and then for the one it got to show that it lives.
    private static final int CONNECTION_MILLIS = 1500;

    private static final int LIVENESS_MILLIS = 500;
    private static final int CONNECT_SECONDS = 2;

    /// Any number that nobody else uses: servers that start together prepare one after the other.
    private static final long PREPARATION = 0x6b656570_77656c6cL;

    private final HomeLock lock;
    private final Server server;
    private final HikariDataSource pool;

    private Postgres(HomeLock lock, Server server, HikariDataSource pool) {
        this.lock = lock;
        this.server = server;
        this.pool = pool;
    }

    /// Opens the database at `url`, or the bundled one of the home when it is empty.
    public static Postgres open(Home home, String url) {
        var lock = HomeLock.take(home);
        try {
            return open(
                    lock, url.isBlank() ? BundledPostgres.start(home).watched() : external(url));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Postgres open(HomeLock lock, Server server) {
        try {
            return new Postgres(lock, server, pool(prepare(server.owner())));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Server external(String url) {
        return new ExternalPostgres(DatabaseUrl.parse(url));
    }

    /// As the owner, for the only time: migrations, walls, and the role that owns nothing.
    private static DatabaseUrl prepare(DatabaseUrl owner) {
        try (var connection = owner.connect()) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Durability.check(sql);
            lock(connection);
            var role = AppRole.of(owner);
            var app = role.provide(connection, sql, owner);
            Migrations.run(owner);
            new Walls(connection, sql, role).raise();
            return app;
        } catch (SQLException e) {
            throw unusable(owner, e);
        }
    }

    /// Who is not there, or not yet, may be there later; who says no goes on saying it.
    private static Refusal unusable(DatabaseUrl owner, SQLException reason) {
        var state = reason.getSQLState() == null ? "" : reason.getSQLState();
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
                ? Refusal.unreachable(
                        "database_unreachable",
                        "The database %s does not answer: %s. Start it, or mend its address."
                                .formatted(owner, reason.getMessage()))
                : Refusal.configuration(
                        "database_unusable",
                        "The database %s cannot be used: %s".formatted(owner, reason.getMessage()));
    }

    /// Held until the connection closes.
    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + PREPARATION + ")");
            statement.execute("set lock_timeout = '5s'");
        }
    }

    private static HikariDataSource pool(DatabaseUrl app) {
        var config = new HikariConfig();
        config.setPoolName("keepwell");
        config.setDataSource(impatient(app));
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        config.setValidationTimeout(LIVENESS_MILLIS);
        // The driver would set this machine's zone, and a day must not depend on the machine.
        config.setConnectionInitSql("set time zone 'UTC'");
        var pool = new HikariDataSource(config);
        try {
            // The owner's settings were checked; a role can have its own.
            Durability.check(JdbcClient.create(pool));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    /// Connecting is bounded and answering is not: a long query is no reason to give up. A server
    /// that vanished in the middle of one is noticed by the probes of the network.
    private static DataSource impatient(DatabaseUrl app) {
        var source = app.source();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    public DataSource source() {
        return pool;
    }

    /// Nobody but this process uses the database, so what another process left is left for good.
    public boolean isSoleUser() {
        return switch (server) {
            case BundledPostgres _ -> true;
            case ExternalPostgres _ -> false;
        };
    }

    /// Pool first, then server, then the home for the next one.
    @Override
    public void close() {
        pool.close();
        server.close();
        lock.close();
    }
}
