package dev.keepwell.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of one workspace and what the manifest says of them, in the order of steps in which
/// the two may be changed: whatever the moment of a crash, each file that is listed is whole.
record Shelf(Durable durable, Manifest manifest, Path folder, Path quarantine) {

    /// The row is written before the file gets its name: who deletes retired files holds their rows
    /// while doing so, and would otherwise delete one that is just being published again.
    void publish(String dataset, String part, Draft draft) {
        var settled = durable.force(draft.path());
        manifest.list(dataset, part, settled, draft.rows());
        durable.move(
                draft.path(), folder.resolve(dataset).resolve(Durable.fileName(settled.sha256())));
    }

    /// Publishes a draft with the rows of these files in their place; false when one of them no
    /// longer counts. What was published meanwhile stays.
    boolean exchange(List<LakeFile> files, String part, Draft draft) {
        if (!files.stream().allMatch(manifest::holds)) {
            return false;
        }
        files.forEach(manifest::retire);
        publish(files.getFirst().dataset(), part, draft);
        return true;
    }

    /// Deletes what was retired more than an hour ago, and returns how many files that were.
    int collect() {
        var files = manifest.unreferenced();
        for (var file : files) {
            durable.delete(file.path());
            manifest.forget(file);
        }
        return files.size();
    }

    /// Deletes whatever no row of the manifest speaks of. A file in quarantine may be coming back
    /// from a backup to its old place.
    void sweep() {
        var known =
                Stream.concat(manifest.all().stream(), manifest.quarantined().stream())
                        .map(LakeFile::path)
                        .collect(Collectors.toSet());
        try {
            for (var file : durable.disk().list(folder)) {
                if (!known.contains(file)) {
                    durable.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes a damaged file out of the way of readers, and returns what is wrong with it: empty
    /// when it is whole after all, or no longer counts.
    String setAside(LakeFile file) {
        var flaw = manifest.holds(file) ? durable.flaw(file) : "";
        if (flaw.isEmpty()) {
            return "";
        }
        if (durable.disk().holdsFile(file.path())) {
            durable.move(file.path(), asideOf(file));
        }
        manifest.quarantine(file, flaw);
        return flaw;
    }

    Path asideOf(LakeFile file) {
        return quarantine.resolve(file.dataset()).resolve(Durable.fileName(file.sha256()));
    }

    /// Lists a file again that lies whole in its place, such as one from a backup.
    boolean takeBack(LakeFile file) {
        var isWhole = manifest.misses(file) && durable.flaw(file).isEmpty();
        if (isWhole) {
            durable.keep(file.path());
            manifest.reinstate(file);
        }
        return isWhole;
    }
}
