package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts many small files of a data set together, whose parts are days `2026-11-22` and months
/// `2026-10`. The rows are the same, and so is what anybody reads; there are fewer files to open.
///
/// Files are held against their hashes before: a flipped bit would else be copied into a file whose
/// hash is right.
public final class Compaction {

    /// A file of fewer rows is small, and so many small ones of a part are put together at once.
    /// Large ones wait for the end of the day, or each minute would write the whole day again.
    private static final long SMALL_ROWS = 50_000;

    private static final int SMALL_FILES = 16;

    private final Lake lake;
    private final Database database;
    private final Checkup checkup;
    private final DuckDb.Bounds bounds;

    public Compaction(Lake lake, Database database, Checkup checkup, DuckDb.Bounds bounds) {
        this.lake = lake;
        this.database = database;
        this.checkup = checkup;
        this.bounds = bounds;
    }

    /// A data set and what its rows are ordered by: `account_ref nulls last, occurred_at`.
    public record Layout(String dataset, String order) {}

    /// Puts small files together wherever there are many in a part, and returns how many files it
    /// wrote. Cheap enough to be asked each minute.
    public int tidy(WorkspaceId workspace, Layout layout) {
        int written = 0;
        for (var part : byPart(workspace, layout, LakeFile::part).entrySet()) {
            var small = part.getValue().stream().filter(it -> it.rows() < SMALL_ROWS).toList();
            if (small.size() >= SMALL_FILES && merge(workspace, layout, small, part.getKey())) {
                written++;
            }
        }
        return written;
    }

    /// Puts each month before that of `today` into one file, and each day of this month before
    /// `today`; returns how many files it wrote. For the night.
    public int settle(WorkspaceId workspace, Layout layout, LocalDate today) {
        var month = YearMonth.from(today).toString();
        int written = 0;
        for (var part : byPart(workspace, layout, it -> closedPart(it.part(), month)).entrySet()) {
            var files = part.getValue();
            var isSettled = files.size() == 1 && files.getFirst().part().equals(part.getKey());
            var isOver = part.getKey().compareTo(today.toString()) < 0;
            if (isOver && !isSettled && merge(workspace, layout, files, part.getKey())) {
                written++;
            }
        }
        return written;
    }

    /// The month of a part of an earlier month; else the part as it is.
    private static String closedPart(String part, String month) {
        var own = part.substring(0, Math.min(part.length(), month.length()));
        return own.compareTo(month) < 0 ? own : part;
    }

    private SortedMap<String, List<LakeFile>> byPart(
            WorkspaceId workspace, Layout layout, Function<LakeFile, String> part) {
        return files(workspace, layout).stream()
                .collect(Collectors.groupingBy(part, TreeMap::new, Collectors.toList()));
    }

    private List<LakeFile> files(WorkspaceId workspace, Layout layout) {
        return database.in(workspace, it -> lake.files(it, workspace, layout.dataset()));
    }

    /// Publishes the rows of the files as one file of the part, in their place. False when one of
    /// them turned out damaged or was taken off the list meanwhile: then nothing has changed.
    boolean merge(WorkspaceId workspace, Layout layout, List<LakeFile> files, String part) {
        checkup.look(workspace, files);
        if (!files(workspace, layout).containsAll(files)) {
            return false;
        }
        var path = lake.draft();
        try {
            var draft = write(files, layout, path);
            return database.in(
                    workspace, it -> lake.shelf(it, workspace).exchange(files, part, draft));
        } finally {
            remove(path);
        }
    }

    private Draft write(List<LakeFile> files, Layout layout, Path path) {
        var expected = files.stream().mapToLong(LakeFile::rows).sum();
        try (var duck = DuckDb.open(bounds)) {
            duck.write(
                    "from %s order by %s".formatted(DuckDb.reading(files), layout.order()), path);
            var count = "select count(*) from read_parquet('%s')".formatted(DuckDb.quoted(path));
            var rows = duck.query(count, (row, _) -> row.getLong(1)).getFirst();
            if (rows != expected) {
                throw new IllegalStateException(
                        "%d rows went into one file of %s, and %d came out."
                                .formatted(expected, layout.dataset(), rows));
            }
            return new Draft(path, rows);
        }
    }

    private static void remove(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
