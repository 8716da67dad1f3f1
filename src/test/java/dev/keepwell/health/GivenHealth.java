package dev.keepwell.health;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Conditions;
import dev.keepwell.metric.Observations;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.nio.file.Path;
import java.time.Clock;

/// Everything that judges, put together as the program puts it together: on the real database, in a
/// workspace of its own, over a company that is given.
record GivenHealth(
        Database database,
        WorkspaceId workspace,
        Lake lake,
        Hearing hearing,
        Models models,
        Ledger ledger,
        ClosedDays closedDays,
        CurrentScores current,
        Days days) {

    static GivenHealth open(Warehouse company, Path folder) {
        var clock = Clock.systemUTC();
        var database = TestDatabase.open();
        var workspace = TestDatabase.freshWorkspace();
        var workspaces = new Workspaces(database, clock);
        workspaces.create(workspace, "Given");
        var observations =
                new Observations(
                        company, workspaces, Catalogue.packaged(), Conditions.packaged(), clock);
        var references = new References(database, observations, clock);
        var hearing = new Hearing(observations, references, new Overrides(database, clock));
        var models = new Models(database, clock);
        var lake = new Lake(folder);
        var ledger = new Ledger(database, lake);
        var closed = new ClosedDays(database, clock);
        var current = new CurrentScores(database);
        var days = new Days(database, hearing, models, ledger, closed, current);
        return new GivenHealth(
                database, workspace, lake, hearing, models, ledger, closed, current, days);
    }
}
