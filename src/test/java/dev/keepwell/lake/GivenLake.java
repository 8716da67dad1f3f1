package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A lake in a folder of its own with the manifest in the real database, for one data set.
record GivenLake(Path folder, Lake lake, Database database, WorkspaceId workspace) {

    static final String DATASET = "usage";

    static GivenLake in(Path folder) {
        return new GivenLake(
                folder, new Lake(folder), TestDatabase.open(), TestDatabase.freshWorkspace());
    }

    void publish(String part, String content) {
        database.doIn(
                workspace, it -> lake.publish(it, workspace, DATASET, part, draft(content)));
    }

    Draft draft(String content) {
        try {
            return new Draft(Files.writeString(lake.draft(), content), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<LakeFile> files() {
        return database.in(workspace, it -> lake.files(it, workspace, DATASET));
    }

    LakeFile file(String part) {
        return files().stream().filter(it -> it.part().equals(part)).findFirst().orElseThrow();
    }

    Checkup checkup(Rebuild... rebuilds) {
        return new Checkup(lake, database, List.of(rebuilds));
    }

    Findings check(Rebuild... rebuilds) {
        return checkup(rebuilds).all(workspace, _ -> {});
    }

    void sql(String statement) {
        database.doIn(workspace, it -> it.sql().sql(statement).update());
    }

    SortedSet<Path> onDisk() {
        try (var files = Files.walk(folder)) {
            return new TreeSet<>(files.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
