package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Immutable Parquet files, named by their content, and the manifest that lists them.
///
/// Publishing makes a file durable first and lists it second, in the caller's transaction: a crash
/// in between leaves a file that nobody reads, and [Sweep] removes it.
public final class Lake {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

    private static final String DRAFTS = "tmp";
    private static final String SPILL = "spill";
    private static final String QUARANTINE = "quarantine";
    private static final Set<String> TAKEN = Set.of(DRAFTS, SPILL, QUARANTINE);

    private final Path folder;
    private final Durable durable;

    public Lake(Path folder) {
        this(folder, new LocalDisk());
    }

    Lake(Path folder, Disk disk) {
        this.folder = folder;
        this.durable = new Durable(disk);
    }

    /// Where an engine may put what does not fit in its memory.
    public Path spill() {
        return folder.resolve(SPILL);
    }

    /// A path to write the next file to. It is swept away unless it is published.
    public Path draft() {
        try {
            Files.createDirectories(drafts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drafts().resolve(UUID.randomUUID() + ".parquet");
    }

    /// Takes the draft over, makes it durable, and lists it as a part of the data set.
    public void publish(
            Session session, WorkspaceId workspace, String dataset, String part, Draft draft) {
        shelf(session, workspace).publish(checked(dataset), checked(part), draft);
    }

    /// Publishes the draft in place of all that the part held before.
    public void replace(
            Session session, WorkspaceId workspace, String dataset, String part, Draft draft) {
        var manifest = shelf(session, workspace).manifest();
        for (var file : manifest.files(dataset)) {
            if (file.part().equals(part)) {
                manifest.retire(file);
            }
        }
        publish(session, workspace, dataset, part, draft);
    }

    /// Takes files of a data set off the list, in the caller's transaction.
    public void retire(Session session, WorkspaceId workspace, List<LakeFile> files) {
        files.forEach(shelf(session, workspace).manifest()::retire);
    }

    /// The files of a data set that are in quarantine, and whose rows are missing.
    public List<LakeFile> missed(Session session, WorkspaceId workspace, String dataset) {
        return shelf(session, workspace).manifest().quarantined().stream()
                .filter(it -> it.dataset().equals(dataset))
                .toList();
    }

    /// The files of a data set, oldest generation first.
    public List<LakeFile> files(Session session, WorkspaceId workspace, String dataset) {
        return shelf(session, workspace).manifest().files(checked(dataset));
    }

    Shelf shelf(Session session, WorkspaceId workspace) {
        // No name of a workspace has an underscore, so this one is free.
        var name = TAKEN.contains(workspace.value()) ? workspace + "_" : workspace.value();
        var home = folder.resolve(name);
        return new Shelf(
                durable,
                new ManifestTable(session, workspace, home),
                home,
                folder.resolve(QUARANTINE).resolve(name));
    }

    Path drafts() {
        return folder.resolve(DRAFTS);
    }

    Durable durable() {
        return durable;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A data set or part is named like_this, but got '%s'.".formatted(name));
        }
        return name;
    }
}
