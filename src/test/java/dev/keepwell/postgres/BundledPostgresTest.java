package dev.keepwell.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// One home lives through these tests in order, from its first start to crashes and a lost
/// password.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BundledPostgresTest {

    private static final Path FOLDER =
            Path.of("target", "test-bundled-" + ProcessHandle.current().pid());
    private static final Home HOME = Home.open(FOLDER);
    private static final Path DATA = HOME.path().resolve("postgres/data");
    private static final WorkspaceId ACORN = new WorkspaceId("acorn");

    @AfterAll
    static void removeHome() throws IOException {
        new Orphans(DATA, programs()).stop();
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    @Order(1)
    void a_first_start_that_was_killed_half_way_leaves_nothing_in_the_way() throws IOException {
        var draft = HOME.path().resolve("postgres/data.draft-1/base");
        Files.createDirectories(draft);

        try (var postgres = Postgres.open(HOME, "")) {
            addWorkspace(postgres);
        }

        assertThat(draft).doesNotExist();
    }

    @Test
    @Order(2)
    void a_restart_keeps_the_data() {
        try (var postgres = Postgres.open(HOME, "")) {
            assertThat(workspaces(postgres)).containsExactly("acorn");
        }
        assertThat(DATA.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(3)
    void the_settings_are_as_promised() throws SQLException {
        try (var postgres = BundledPostgres.start(HOME);
                var connection = postgres.owner().connect()) {
            var sql = TestServer.client(connection);
            assertThat(
                            Rows.of(
                                    sql.sql(
                                                    """
                                                    select name || '=' || setting from pg_settings
                                                    where name in ('fsync', 'synchronous_commit',
                                                        'full_page_writes', 'data_checksums',
                                                        'listen_addresses',
                                                        'unix_socket_directories',
                                                        'password_encryption')
                                                    order by name
                                                    """)
                                            .query(String.class)))
                    .containsExactly(
                            "data_checksums=on",
                            "fsync=on",
                            "full_page_writes=on",
                            "listen_addresses=127.0.0.1",
                            "password_encryption=scram-sha-256",
                            "synchronous_commit=on",
                            "unix_socket_directories=");
            assertThat(
                            Rows.of(
                                    sql.sql("select distinct auth_method from pg_hba_file_rules")
                                            .query(String.class)))
                    .containsExactly("scram-sha-256");
            assertThatThrownBy(() -> postgres.owner().as("keepwell", "guess").connect())
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    @Order(4)
    void an_orphan_of_a_killed_server_is_stopped_and_its_data_kept() throws IOException {
        BundledPostgres.start(HOME); // Never closed: as if this process had been killed.
        var orphans = new Orphans(DATA, programs()).alive();

        try (var postgres = Postgres.open(HOME, "")) {
            assertThat(workspaces(postgres)).containsExactly("acorn");
        }

        assertThat(orphans).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(5)
    void an_orphan_is_found_even_when_its_pid_file_is_lost() throws IOException {
        BundledPostgres.start(HOME);
        Files.delete(DATA.resolve("postmaster.pid"));
        var orphans = new Orphans(DATA, programs()).alive();

        Postgres.open(HOME, "").close();

        assertThat(orphans).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(6)
    void a_pid_file_that_names_another_program_is_stale() throws IOException {
        var pid = ProcessHandle.current().pid();
        Files.writeString(DATA.resolve("postmaster.pid"), pid + "\n" + DATA + "\n");

        Postgres.open(HOME, "").close();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    @Order(7)
    void an_empty_pid_file_is_stale() throws IOException {
        Files.createFile(DATA.resolve("postmaster.pid"));

        Postgres.open(HOME, "").close();

        assertThat(DATA.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(8)
    void the_password_is_for_its_owner_alone_and_a_wrong_one_is_refused() throws IOException {
        var password = HOME.path().resolve("postgres/password");
        assertThat(Files.getPosixFilePermissions(password)).hasSize(2);

        Files.writeString(password, "not it");

        assertThatThrownBy(() -> Postgres.open(HOME, ""))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("database_password"));
        assertThat(new Orphans(DATA, programs()).alive()).isEmpty();
    }

    private static Programs programs() {
        var folder = HOME.path().resolve("postgres");
        return new Programs(folder.resolve("bin-" + Binaries.VERSION), folder.resolve("log"));
    }

    private static void addWorkspace(Postgres postgres) {
        new Database(postgres.source())
                .doIn(
                        ACORN,
                        it ->
                                it.sql()
                                        .sql(
                                                """
                                                insert into workspace.workspace
                                                values ('acorn', 'Acorn', 'UTC', 'USD', 1, now())
                                                """)
                                        .update());
    }

    private static List<String> workspaces(Postgres postgres) {
        return Rows.of(
                JdbcClient.create(postgres.source())
                        .sql("select workspace.all_workspaces()")
                        .query(String.class));
    }
}
