package dev.keepwell.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WallsTest {

    private static final WorkspaceId ACORN = TestDatabase.freshWorkspace();
    private static final WorkspaceId BEACON = TestDatabase.freshWorkspace();

    private final Database database = TestDatabase.open();
    private final JdbcClient outside = JdbcClient.create(TestDatabase.postgres().source());

    @Test
    void a_workspace_sees_its_own_rows() {
        database.doIn(ACORN, it -> addJob(it, ACORN, "job_own"));

        assertThat(database.in(ACORN, WallsTest::jobs)).contains("job_own");
    }

    @Test
    void a_workspace_does_not_see_the_rows_of_another() {
        database.doIn(ACORN, it -> addJob(it, ACORN, "job_secret"));

        assertThat(database.in(BEACON, WallsTest::jobs)).doesNotContain("job_secret");
    }

    @Test
    void without_a_workspace_every_query_returns_nothing() {
        database.doIn(ACORN, it -> addJob(it, ACORN, "job_unseen"));

        assertThat(database.unscoped(WallsTest::jobs)).isEmpty();
        for (var table : walledTables()) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void without_a_workspace_nothing_is_written() {
        assertThatThrownBy(() ->
                        database.unscoped(it -> {
                            addJob(it, ACORN, "job_homeless");
                            return true;
                        }))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void one_workspace_cannot_write_into_another() {
        assertThatThrownBy(() -> database.doIn(BEACON, it -> addJob(it, ACORN, "job_smuggled")))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void one_workspace_cannot_change_or_remove_the_rows_of_another() {
        database.doIn(ACORN, it -> addJob(it, ACORN, "job_kept"));

        var changed =
                database.in(
                        BEACON,
                        it ->
                                it.sql().sql("update job.job set kind = 'taken'").update()
                                        + it.sql().sql("delete from job.job").update());

        assertThat(changed).isZero();
        assertThat(database.in(ACORN, WallsTest::jobs)).contains("job_kept");
    }

    @Test
    void one_transaction_serves_one_workspace() {
        assertThatThrownBy(() -> database.doIn(ACORN, _ -> database.doIn(BEACON, WallsTest::jobs)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("One transaction serves one workspace");
    }

    @Test
    void the_application_cannot_step_over_the_walls() {
        assertThat(
                        strings(
                                """
                                select rolname from pg_roles
                                where rolname = current_user
                                    and not (rolsuper or rolbypassrls)
                                    and not (rolcreatedb or rolcreaterole)
                                """))
                .containsExactly(
                        AppRole.of(DatabaseUrl.parse("postgres://o:p@h/keepwell_test")).name());
    }

    @Test
    void the_application_owns_nothing() {
        var owned =
                """
                select relname::text from pg_class where pg_get_userbyid(relowner) = current_user
                union all
                select nspname from pg_namespace where pg_get_userbyid(nspowner) = current_user
                union all
                select proname from pg_proc where pg_get_userbyid(proowner) = current_user
                """;

        assertThat(strings(owned)).isEmpty();
    }

    @Test
    void the_application_creates_no_tables() {
        assertThatThrownBy(() -> outside.sql("create table job.mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> outside.sql("create table public.mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_history_of_migrations_is_the_owners() {
        assertThatThrownBy(() -> strings("select script from job.flyway_schema_history"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void every_table_of_a_workspace_is_walled_even_against_its_owner() {
        var open =
                """
                select format('%I.%I', nspname, relname)
                from pg_class
                join pg_namespace on pg_namespace.oid = relnamespace
                join pg_attribute on attrelid = pg_class.oid and attname = 'workspace_id'
                where nspname in (:schemas)
                    and relkind in ('r', 'p')
                    and not (
                        relrowsecurity and relforcerowsecurity
                        and exists (select from pg_policy where polrelid = pg_class.oid))
                order by 1
                """;

        assertThat(strings(open))
                .containsExactly(
                        "source.ingest_log",
                        "source.webhook_delivery",
                        "source.webhook_endpoint",
                        "workspace.token",
                        "workspace.workspace");
        assertThat(walledTables()).contains("workspace.token", "workspace.workspace", "job.job");
    }

    /// A view reads with its owner's eyes, which see every workspace, unless it says otherwise.
    @Test
    void no_view_looks_over_the_walls() {
        var views =
                """
                select format('%I.%I', nspname, relname)
                from pg_class
                join pg_namespace on pg_namespace.oid = relnamespace
                where nspname in (:schemas)
                    and (relkind = 'm'
                        or relkind = 'v'
                            and not coalesce('security_invoker=true' = any (reloptions), false))
                """;

        assertThat(strings(views)).isEmpty();
    }

    private List<String> walledTables() {
        return strings(
                """
                select format('%I.%I', nspname, relname)
                from pg_class
                join pg_namespace on pg_namespace.oid = relnamespace
                where relrowsecurity and relkind in ('r', 'p')
                """);
    }

    private long count(String table) {
        return outside.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> strings(String query) {
        return Rows.of(outside.sql(query).param("schemas", Migrations.SCHEMAS).query(String.class));
    }

    private static List<String> jobs(Session session) {
        return Rows.of(session.sql().sql("select job_id from job.job").query(String.class));
    }

    private static void addJob(Session session, WorkspaceId workspace, String id) {
        session.sql()
                .sql(
                        """
                        insert into job.job
                            (workspace_id, job_id, kind, arguments, state, created_at)
                        values (?, ?, 'test', '{}', 'done', now())
                        """)
                .params(workspace.value(), id)
                .update();
    }
}
