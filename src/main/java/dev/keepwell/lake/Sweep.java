package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/// Holds the lake on disk against its manifest, before anyone reads.
///
/// Runs while the home is locked and no job has started, so a file without a manifest row belongs
/// to a transaction that never committed.
public final class Sweep {

    private final Lake lake;
    private final Database database;

    public Sweep(Lake lake, Database database) {
        this.lake = lake;
        this.database = database;
    }

    /// Deletes drafts and unlisted files, and returns the listed ones that are gone.
    public List<LakeFile> run(WorkspaceId workspace) {
        var disk = lake.durable().disk();
        try {
            for (var draft : disk.list(lake.drafts())) {
                disk.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.doIn(workspace, it -> lake.shelf(it, workspace).sweep());
        return listed(workspace).stream().filter(it -> !disk.holdsFile(it.path())).toList();
    }

    /// The files whose bytes no longer match their SHA-256, also those in quarantine. Changes
    /// nothing, unlike [Checkup].
    public List<LakeFile> verify(WorkspaceId workspace) {
        return listed(workspace).stream().filter(it -> !lake.durable().flaw(it).isEmpty()).toList();
    }

    private List<LakeFile> listed(WorkspaceId workspace) {
        return database.in(
                workspace,
                session -> {
                    var manifest = lake.shelf(session, workspace).manifest();
                    return Stream.concat(manifest.all().stream(), manifest.quarantined().stream())
                            .toList();
                });
    }
}
