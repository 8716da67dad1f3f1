package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A bundled PostgreSQL under `target/` that gives out empty databases.
///
/// Its binaries and its data folder stay for the next run; the databases are made anew, so that a
/// changed migration starts from nothing.
public final class TestServer {

    private static final int AT_ONCE_MAX = 8;

    private static final TestServer SHARED = start();

    /// Nobody reads it, but a lock that nobody holds any more is given back, and the next test run
    /// would take the server for one that was left behind.
    @SuppressWarnings("unused")
    private final HomeLock lock;

    private final BundledPostgres postgres;
    private final Home clients;

    private TestServer(HomeLock lock, BundledPostgres postgres, Home clients) {
        this.lock = lock;
        this.postgres = postgres;
        this.clients = clients;
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    }

    /// The one of this process.
    public static TestServer shared() {
        return SHARED;
    }

    /// The first that no other test run is using.
    private static TestServer start() {
        for (int number = 1; ; number++) {
            var home = home("test-postgres-" + number);
            HomeLock lock;
            try {
                lock = HomeLock.take(home);
            } catch (Refusal inUse) {
                if (number == AT_ONCE_MAX) {
                    throw inUse;
                }
                continue;
            }
            var clients = home("test-home-" + number);
            return new TestServer(lock, BundledPostgres.start(home), clients);
        }
    }

    /// The owner's URL of a database that has nothing in it.
    public String emptyDatabase(String name) throws SQLException {
        try (var connection = postgres.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        }
        var owner = postgres.owner();
        return owner.jdbc().replaceFirst("/postgres$", "/" + name)
                + "?user=%s&password=%s".formatted(owner.user(), owner.password());
    }

    /// A home for what uses these databases; no other test run uses it at the same time.
    public Home clients() {
        return clients;
    }

    static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static Home home(String name) {
        return Home.open(Path.of("target").resolve(name));
    }
}
