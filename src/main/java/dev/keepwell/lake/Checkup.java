package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Holds files of the lake against their hashes, and takes those that are not what was written out
/// of the way of readers: an engine that reads Parquet takes a flipped bit for a value.
///
/// What is in quarantine is looked at again each time, and is back once it can be rebuilt or lies
/// whole in its place.
public final class Checkup {

    /// Each night looks at one of so many shares, so that within a week all are looked at.
    private static final int SHARES = 7;

    /// That many are marked as whole in one transaction.
    private static final int PORTION = 100;

    private final Lake lake;
    private final Database database;
    private final List<Rebuild> rebuilds;

    public Checkup(Lake lake, Database database, List<Rebuild> rebuilds) {
        this.lake = lake;
        this.database = database;
        this.rebuilds = List.copyOf(rebuilds);
    }

    /// Looks at every file; the progress is told after each of them.
    public Findings all(WorkspaceId workspace, Consumer<Findings> progress) {
        var files = database.in(workspace, it -> lake.shelf(it, workspace).manifest().all());
        return look(workspace, files, lookAgain(workspace), progress);
    }

    /// The share of a night: the seventh of the files whose check is the longest ago, and whatever
    /// would be older than a week the next night.
    public Findings share(WorkspaceId workspace, Consumer<Findings> progress) {
        var files =
                database.in(
                        workspace,
                        session -> {
                            var manifest = lake.shelf(session, workspace).manifest();
                            var all = manifest.all();
                            var share = Math.ceilDiv(all.size(), SHARES);
                            return all.subList(0, Math.max(share, manifest.due()));
                        });
        return look(workspace, files, lookAgain(workspace), progress);
    }

    /// Looks at these files alone.
    Findings look(WorkspaceId workspace, Collection<LakeFile> files) {
        return look(workspace, files, List.of(), _ -> {});
    }

    /// What is in quarantine has changed when it was rebuilt or is back.
    List<Damage> lookAgain(WorkspaceId workspace) {
        return database
                .in(workspace, it -> lake.shelf(it, workspace).manifest().quarantined())
                .stream()
                .map(it -> lookAgain(workspace, it))
                .toList();
    }

    private Findings look(
            WorkspaceId workspace,
            Collection<LakeFile> files,
            List<Damage> known,
            Consumer<Findings> progress) {
        var damages = new ArrayList<>(known);
        var whole = new ArrayList<LakeFile>();
        long looked = 0;
        long rows = 0;
        for (var file : files) {
            if (lake.durable().flaw(file).isEmpty()) {
                whole.add(file);
            } else {
                quarantine(workspace, file, damages);
            }
            looked++;
            rows += file.rows();
            if (whole.size() == PORTION) {
                mark(workspace, whole);
            }
            progress.accept(new Findings(looked, rows, damages));
        }
        mark(workspace, whole);
        return new Findings(looked, rows, damages);
    }

    private void mark(WorkspaceId workspace, List<LakeFile> whole) {
        if (whole.isEmpty()) {
            return;
        }
        database.doIn(workspace, it -> lake.shelf(it, workspace).manifest().verified(whole));
        whole.clear();
    }

    private void quarantine(WorkspaceId workspace, LakeFile file, List<Damage> damages) {
        var flaw = database.in(workspace, it -> lake.shelf(it, workspace).setAside(file));
        if (!flaw.isEmpty()) {
            var rebuilt = rebuilding().rebuild(workspace, file);
            damages.add(Damage.of(file, flaw, rebuilt ? Damage.State.REBUILT : Damage.State.LOST));
        }
    }

    private Damage lookAgain(WorkspaceId workspace, LakeFile file) {
        var flaw = lake.durable().flaw(file);
        if (database.in(workspace, it -> lake.shelf(it, workspace).takeBack(file))) {
            return Damage.of(file, file.sha256(), Damage.State.RETURNED);
        }
        var rebuilt = rebuilding().rebuild(workspace, file);
        return Damage.of(file, flaw, rebuilt ? Damage.State.REBUILT : Damage.State.LOST);
    }

    private Rebuilding rebuilding() {
        return new Rebuilding(lake, database, rebuilds);
    }
}
