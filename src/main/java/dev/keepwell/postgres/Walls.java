package dev.keepwell.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Row-level security and grants: what keeps one workspace from seeing another, and the application
/// from changing what it works in.
///
/// Raised after every migration, on every table that has a `workspace_id`, so that no migration can
/// forget them.
record Walls(Connection connection, JdbcClient sql, AppRole role) {

    /// A token is looked up before its workspace is known, and what waits is looked for in all of
    /// them. SECURITY DEFINER functions of the owner do that, and under FORCE the owner would see
    /// nothing. The application does not own these tables, so for it the walls stand as everywhere.
    private static final Set<String> OPEN_TO_OWNER =
            Set.of(
                    "workspace.workspace",
                    "workspace.token",
                    "source.ingest_log",
                    "source.webhook_endpoint",
                    "source.webhook_delivery");

    private static final String TABLES =
            """
            select
                format('%I.%I', nspname, relname) as name,
                relrowsecurity as enabled,
                relforcerowsecurity as forced,
                exists (
                    select from pg_policy
                    where polrelid = pg_class.oid and polname = 'workspace') as policed
            from pg_class
            join pg_namespace on pg_namespace.oid = relnamespace
            join pg_attribute on attrelid = pg_class.oid
            where nspname in (:schemas)
                and relkind in ('r', 'p')
                and attname = 'workspace_id'
                and not attisdropped
            order by name
            """;

    private record Table(String name, boolean enabled, boolean forced, boolean policed) {}

    /// In one transaction: nobody sees a wall half up.
    void raise() throws SQLException {
        connection.setAutoCommit(false);
        tables().forEach(this::enclose);
        schemas().forEach(this::grant);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /// Only what is missing is done: each of these would wait for, and hold up, other servers.
    private void enclose(Table table) {
        if (!table.policed()) {
            run(
                    """
                    create policy workspace on %s
                    using (workspace_id = current_setting('app.workspace', true))
                    with check (workspace_id = current_setting('app.workspace', true))
                    """,
                    table.name());
        }
        if (!table.enabled()) {
            run("alter table %s enable row level security", table.name());
        }
        if (!table.forced() && !OPEN_TO_OWNER.contains(table.name())) {
            run("alter table %s force row level security", table.name());
        }
    }

    private void grant(String schema) {
        run("grant usage on schema %s to %s", schema);
        run("grant select, insert, update, delete on all tables in schema %s to %s", schema);
        run("revoke all on %s." + Migrations.HISTORY + " from %s", schema);
        run("grant usage on all sequences in schema %s to %s", schema);
        // Everybody may run a new function unless told otherwise; these run with the owner's eyes.
        run("revoke all on all routines in schema %s from public", schema);
        run("grant execute on all routines in schema %s to %s", schema);
    }

    /// The first blank of the statement is for the name, the second, if any, for the role.
    private void run(String statement, String name) {
        sql.sql(statement.formatted(name, role.name())).update();
    }

    private List<String> schemas() {
        return Rows.of(
                sql.sql("select nspname from pg_namespace where nspname in (:schemas)")
                        .param("schemas", Migrations.SCHEMAS)
                        .query(String.class));
    }

    private List<Table> tables() {
        return Rows.of(sql.sql(TABLES).param("schemas", Migrations.SCHEMAS).query(Table.class));
    }
}
