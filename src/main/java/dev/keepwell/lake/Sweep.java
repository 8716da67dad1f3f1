package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// Deletes drafts and unlisted files, and returns the listed ones that are gone or damaged.
    public List<LakeFile> run(WorkspaceId workspace) {
        remove(lake.folder().resolve("tmp"), Set.of());
        var listed = listed(workspace);
        var known = listed.stream().map(LakeFile::path).collect(Collectors.toSet());
        remove(lake.folder().resolve(workspace.value()), known);
        return listed.stream().filter(file -> !Files.isRegularFile(file.path())).toList();
    }

    /// The listed files whose bytes no longer match their SHA-256.
    public List<LakeFile> verify(WorkspaceId workspace) {
        return listed(workspace).stream()
                .filter(file ->
                        !Files.isRegularFile(file.path())
                                || !Durable.sha256(file.path()).equals(file.sha256()))
                .toList();
    }

    private List<LakeFile> listed(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session
                                .sql()
                                .sql("select distinct dataset from lake.file order by dataset")
                                .query((row, _) -> row.getString(1))
                                .list()
                                .stream()
                                .flatMap(it -> lake.files(session, workspace, it).stream())
                                .toList());
    }

    private static void remove(Path folder, Set<Path> known) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!known.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
