package dev.keepwell.workspace;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The workspaces of an installation, and how each of them counts.
@Component
public class Workspaces {

    private final Database database;
    private final Clock clock;

    public Workspaces(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        ensureDefault();
    }

    public void create(WorkspaceId workspace, String name) {
        if (!added(workspace, name)) {
            throw Refusal.conflict(
                    "workspace_exists",
                    "There is a workspace '%s' already. Choose another name.".formatted(workspace));
        }
    }

    public Conventions conventionsOf(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        conventions(session)
                                .map(it -> it.under(Decisions.of(session)))
                                .orElseThrow(() -> unknown(workspace)));
    }

    /// The name that people gave it.
    public String nameOf(WorkspaceId workspace) {
        return database.in(
                workspace,
                it ->
                        it.sql()
                                .sql("select name from workspace.workspace")
                                .query((row, _) -> row.getString(1))
                                .optional()
                                .orElseThrow(() -> unknown(workspace)));
    }

    public void rename(WorkspaceId workspace, String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            throw Refusal.invalid("workspace_name", "A workspace needs a name that can be read.");
        }
        var changed =
                database.in(
                        workspace,
                        it ->
                                it.sql()
                                        .sql("update workspace.workspace set name = ?")
                                        .param(name.strip())
                                        .update());
        if (changed == 0) {
            throw unknown(workspace);
        }
    }

    /// May be changed at any time: what was computed under the old conventions is computed anew.
    public void set(WorkspaceId workspace, Conventions conventions) {
        var changed = database.in(workspace, it -> change(it, conventions));
        if (changed == 0) {
            throw unknown(workspace);
        }
    }

    /// Decides about settings; what is not named stays. Answers with what holds from now on.
    public Settings decide(WorkspaceId workspace, Map<String, String> changes) {
        return database.in(
                workspace,
                session -> {
                    if (conventions(session).isEmpty()) {
                        throw unknown(workspace);
                    }
                    return Decisions.add(session, workspace, changes, clock.instant());
                });
    }

    /// Every decision there was, the newest first.
    public List<Decision> decisions(WorkspaceId workspace) {
        return database.in(workspace, Decisions::all);
    }

    /// In the order of their names.
    public List<WorkspaceId> all() {
        return database.unscoped(it ->
                Rows.of(
                        it.sql()
                                .sql("select workspace.all_workspaces()")
                                .query((row, _) -> new WorkspaceId(row.getString(1)))));
    }

    /// An installation that never asked for a workspace works in this one.
    private void ensureDefault() {
        added(WorkspaceId.DEFAULT, "Default");
    }

    private boolean added(WorkspaceId workspace, String name) {
        var usual = Conventions.DEFAULT;
        return database.in(
                workspace,
                it ->
                        it.sql()
                                        .sql(
                                                """
                                                insert into workspace.workspace
                                                values (?, ?, ?, ?, ?, ?)
                                                on conflict do nothing
                                                """)
                                        .params(
                                                workspace.value(),
                                                name,
                                                usual.zone().getId(),
                                                usual.currency(),
                                                usual.fiscalYearStartMonth(),
                                                clock.instant().atOffset(ZoneOffset.UTC))
                                        .update()
                                == 1);
    }

    private static int change(Session session, Conventions conventions) {
        return session.sql()
                .sql(
                        """
                        update workspace.workspace set
                            reporting_zone = ?,
                            reporting_currency = ?,
                            fiscal_year_start_month = ?
                        """)
                .params(
                        conventions.zone().getId(),
                        conventions.currency(),
                        conventions.fiscalYearStartMonth())
                .update();
    }

    private static Optional<Conventions> conventions(Session session) {
        return session.sql()
                .sql(
                        """
                        select reporting_zone, reporting_currency, fiscal_year_start_month
                        from workspace.workspace
                        """)
                .query((row, _) -> read(row))
                .optional();
    }

    private static Conventions read(ResultSet row) throws SQLException {
        return Conventions.of(
                row.getString("reporting_zone"),
                row.getString("reporting_currency"),
                row.getInt("fiscal_year_start_month"));
    }

    private static Refusal unknown(WorkspaceId workspace) {
        return Refusal.unknown(
                "unknown_workspace",
                "There is no workspace '%s'. Create it, or name another.".formatted(workspace));
    }
}
