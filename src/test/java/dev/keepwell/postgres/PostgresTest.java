package dev.keepwell.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.story.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database that others run, played by the bundled one.
class PostgresTest {

    private static final String NAME = "external";

    @TempDir Path folder;

    private static String url = "";

    @BeforeAll
    static void prepare() throws SQLException {
        TestDatabase.open();
        url = TestServer.shared().emptyDatabase(NAME);
    }

    @Test
    void a_database_that_others_run_is_migrated_and_used_as_the_application() {
        try (var postgres = open()) {
            var sql = JdbcClient.create(postgres.source());

            assertThat(sql.sql("select current_user").query(String.class).single())
                    .isEqualTo(role());
            assertThat(sql.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
            assertThat(postgres.isSoleUser()).isFalse();
        }
        open().close(); // Again, with nothing left to migrate.
    }

    @Test
    void a_database_migrated_by_a_newer_keepwell_is_refused() throws SQLException {
        open().close();
        asOwner(
                """
                insert into job.flyway_schema_history
                values (99, '99', 'robots', 'SQL', 'V99__robots.sql', 1, 'x', now(), 1, true)
                """);
        try {
            assertRefused("database_newer", this::open);
        } finally {
            asOwner("delete from job.flyway_schema_history where installed_rank = 99");
        }
    }

    @Test
    void a_database_that_may_lose_what_it_acknowledged_is_refused() throws SQLException {
        asOwner("alter database external set synchronous_commit = off");
        try {
            assertRefused("database_not_durable", this::open);
        } finally {
            asOwner("alter database external reset synchronous_commit");
        }
    }

    @Test
    void an_application_role_with_a_risky_setting_of_its_own_is_refused() throws SQLException {
        open().close();
        asOwner("alter role " + role() + " in database external set synchronous_commit = off");
        try {
            assertRefused("database_not_durable", this::open);
        } finally {
            asOwner("alter role " + role() + " in database external reset synchronous_commit");
        }
    }

    @Test
    void an_application_role_that_could_step_over_the_walls_is_refused() throws SQLException {
        open().close();
        asOwner("alter role " + role() + " bypassrls");
        try {
            assertRefused("database_role", this::open);
        } finally {
            asOwner("alter role " + role() + " nobypassrls");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_refused() {
        assertRefused("database_unreachable", () -> open("postgres://a:b@127.0.0.1:1/x"));
    }

    @Test
    void a_database_that_turns_us_away_is_refused_as_a_mistake_of_configuration() {
        var stranger = url.replaceFirst("password=.*", "password=wrong");

        assertRefused("database_unusable", () -> open(stranger));
    }

    @Test
    void two_databases_of_one_server_with_owners_of_their_own_stand_side_by_side()
            throws SQLException {
        asOwner("drop database if exists beside with (force)");
        asOwner("drop role if exists neighbour");
        asOwner("create role neighbour superuser login password 'other'");
        asOwner("create database beside owner neighbour");
        var beside = url.replace("/" + NAME, "/beside").replaceFirst("\\?.*", "");

        try (var ours = open()) {
            Postgres.open(
                            Home.open(folder.resolve("beside")),
                            beside + "?user=neighbour&password=other")
                    .close();

            ((HikariDataSource) ours.source()).getHikariPoolMXBean().softEvictConnections();
            assertThat(
                            JdbcClient.create(ours.source())
                                    .sql("select current_database()")
                                    .query(String.class)
                                    .single())
                    .isEqualTo(NAME);
        }
    }

    private static String role() {
        return AppRole.of(DatabaseUrl.parse(url)).name();
    }

    private Postgres open() {
        return open(url);
    }

    private Postgres open(String where) {
        return Postgres.open(Home.open(folder), where);
    }

    private static void asOwner(String statement) throws SQLException {
        try (var connection = DatabaseUrl.parse(url).connect();
                var open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    private static void assertRefused(String code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
