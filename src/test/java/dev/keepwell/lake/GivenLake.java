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
import java.util.concurrent.atomic.AtomicLong;

/// A lake in a folder of its own with the manifest in the real database, for one data set.
record GivenLake(Path folder, Lake lake, Database database, WorkspaceId workspace) {

    static final String DATASET = "usage";

    private static final AtomicLong NEXT_ID = new AtomicLong(1);

    /// Starting an engine takes longer than what tests ask of it.
    private static final DuckDb DUCK = DuckDb.open(DuckDb.Bounds.SMALL);

    static GivenLake in(Path folder) {
        return new GivenLake(
                folder, new Lake(folder), TestDatabase.open(), TestDatabase.freshWorkspace());
    }

    void publish(String part, String content) {
        database.doIn(workspace, it -> lake.publish(it, workspace, DATASET, part, draft(content)));
    }

    Draft draft(String content) {
        try {
            return new Draft(Files.writeString(lake.draft(), content), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compaction compaction() {
        return new Compaction(
                lake, database, checkup(), DuckDb.Bounds.SMALL.spilling(lake.spill()));
    }

    /// Rows with ids of their own, of accounts of which one has no name.
    void publishRows(String part, int rows) {
        database.doIn(
                workspace, it -> lake.publish(it, workspace, DATASET, part, draftOfRows(rows)));
    }

    Draft draftOfRows(int rows) {
        return rowsFrom(NEXT_ID.getAndAdd(rows), rows);
    }

    Draft rowsFrom(long first, int rows) {
        var path = lake.draft();
        try (var duck = DUCK.another()) {
            duck.write(
                    "select i as id, nullif(i %% 3, 0)::varchar as account from range(%d, %d) r(i)"
                            .formatted(first, first + rows),
                    path);
        }
        return new Draft(path, rows);
    }

    Totals totals() {
        try (var duck = DUCK.another()) {
            return Totals.of(duck, files());
        }
    }

    /// What a reader adds up.
    record Totals(long count, long sum, long max) {

        static Totals of(DuckDb duck, List<LakeFile> files) {
            if (files.isEmpty()) {
                return new Totals(0, 0, 0);
            }
            var query = "select count(*), sum(id)::bigint, max(id) from " + DuckDb.reading(files);
            return duck.query(
                            query,
                            (row, _) -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3)))
                    .getFirst();
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
