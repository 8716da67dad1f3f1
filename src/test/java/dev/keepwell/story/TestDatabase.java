package dev.keepwell.story;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Postgres;
import dev.keepwell.postgres.TestServer;
import java.sql.SQLException;
import java.util.UUID;

/// One real PostgreSQL for all tests of this process, reached as the application's role.
///
/// Tests do not clean up after themselves: each works in a workspace of its own.
public final class TestDatabase {

    private static final Postgres POSTGRES = start();
    private static final Database DATABASE = new Database(POSTGRES.source());

    private TestDatabase() {}

    public static Database open() {
        return DATABASE;
    }

    /// The same database with its connections, for what schedules or configures.
    public static Postgres postgres() {
        return POSTGRES;
    }

    public static WorkspaceId freshWorkspace() {
        return new WorkspaceId("t-" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static Postgres start() {
        try {
            var server = TestServer.shared();
            return Postgres.open(server.clients(), server.emptyDatabase("keepwell_test"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
