package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks whoever keeps the origin of a data set for what a damaged file held.
record Rebuilding(Lake lake, Database database, List<Rebuild> rebuilds) {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private static final class Incomplete extends RuntimeException {}

    /// What goes wrong here concerns one file, and all others are still to be looked at.
    boolean rebuild(WorkspaceId workspace, LakeFile file) {
        return rebuilds.stream()
                .filter(it -> it.can(file.dataset()))
                .anyMatch(it -> rebuild(it, workspace, file));
    }

    private boolean rebuild(Rebuild rebuild, WorkspaceId workspace, LakeFile file) {
        try {
            database.doIn(
                    workspace,
                    session -> {
                        var manifest = lake.shelf(session, workspace).manifest();
                        // Somebody else may have been here at the same time.
                        if (!manifest.misses(file)) {
                            return;
                        }
                        if (!rebuild.rebuild(session, workspace, file)) {
                            throw new Incomplete();
                        }
                        // The same rows may have the same bytes, and are then listed already.
                        if (!manifest.holds(file)) {
                            manifest.retire(file);
                        }
                    });
            return true;
        } catch (Incomplete e) {
            return false;
        } catch (RuntimeException e) {
            LOG.error("{} of the lake cannot be rebuilt.", file.path(), e);
            return false;
        }
    }
}
