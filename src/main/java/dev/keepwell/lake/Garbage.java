package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;

/// Deletes files that were retired while the server runs.
///
/// A reader asks the manifest first and reads the files later, so each stays for an hour after it
/// was taken off the list.
public final class Garbage {

    private final Lake lake;
    private final Database database;

    public Garbage(Lake lake, Database database) {
        this.lake = lake;
        this.database = database;
    }

    /// Returns how many files it deleted.
    public int collect(WorkspaceId workspace) {
        return database.in(workspace, it -> lake.shelf(it, workspace).collect());
    }
}
