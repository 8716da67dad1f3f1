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

    private final BundledPostgres postgres;
    private final Home clients;

    private TestServer(BundledPostgres postgres, Home clients) {
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
            try {
                HomeLock.take(home);
            } catch (Refusal inUse) {
                if (number == AT_ONCE_MAX) {
                    throw inUse;
                }
                continue;
            }
            return new TestServer(BundledPostgres.start(home), home("test-home-" + number));
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
