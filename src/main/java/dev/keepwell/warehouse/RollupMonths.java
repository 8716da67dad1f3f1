package dev.keepwell.warehouse;

import dev.keepwell.customer.EventDays;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Puts the rolled-up days of a month that is over into one file, ordered so that what is asked of
/// one account lies together. The rows are the same, and so is what anybody reads.
///
/// A day that was rolled up again has a file of its own, and what the month says of it is left out.
/// Such days go into their month when they are several, for that writes the whole month again.
final class RollupMonths {

    private static final int LATE_DAYS = 8;

    private final Database database;
    private final Lake lake;
    private final EventDays days;
    private final DuckDb.Bounds bounds;

    RollupMonths(Database database, Lake lake, EventDays days, DuckDb.Bounds bounds) {
        this.database = database;
        this.lake = lake;
        this.days = days;
        this.bounds = bounds;
    }

    /// Settles the months before that of the day, and returns how many files it wrote.
    int settle(WorkspaceId workspace, LocalDate today) {
        var months = new TreeMap<YearMonth, List<LakeFile>>();
        for (var file : database.in(workspace, it -> lake.files(it, workspace, RolledUp.DATASET))) {
            months.computeIfAbsent(
                            YearMonth.from(EventParts.first(file.part())), _ -> new ArrayList<>())
                    .add(file);
        }
        int written = 0;
        for (var month : months.headMap(YearMonth.from(today)).entrySet()) {
            if (isDue(month.getValue()) && settle(workspace, month.getKey(), month.getValue())) {
                written++;
            }
        }
        return written;
    }

    private static boolean isDue(List<LakeFile> files) {
        var isNew = files.stream().noneMatch(it -> EventParts.isMonth(it.part()));
        return isNew || files.size() > LATE_DAYS;
    }

    /// False when a day was rolled up again meanwhile: then nothing has changed.
    private boolean settle(WorkspaceId workspace, YearMonth month, List<LakeFile> files) {
        var path = lake.draft();
        try {
            var draft = write(RolledFiles.of(files), path);
            return database.in(
                    workspace,
                    session -> {
                        days.lock(session, workspace);
                        var now = lake.files(session, workspace, RolledUp.DATASET);
                        var ours =
                                now.stream()
                                        .filter(it ->
                                                YearMonth.from(EventParts.first(it.part()))
                                                        .equals(month))
                                        .toList();
                        if (!ours.equals(files)) {
                            return false;
                        }
                        lake.retire(session, workspace, files);
                        lake.publish(session, workspace, RolledUp.DATASET, month.toString(), draft);
                        return true;
                    });
        } finally {
            remove(path);
        }
    }

    private Draft write(RolledFiles files, Path path) {
        var selects = new ArrayList<String>();
        if (!files.days().isEmpty()) {
            selects.add("select * from " + DuckDb.reading(files.days()));
        }
        if (!files.months().isEmpty()) {
            var again =
                    files.days().stream()
                            .map(it -> LocalDate.parse(it.part()))
                            .collect(Collectors.toCollection(TreeSet::new));
            selects.add(
                    "select * from %s where %s"
                            .formatted(
                                    DuckDb.reading(files.months()),
                                    again.isEmpty()
                                            ? "true"
                                            : "not " + RolledFiles.isOneOf(again)));
        }
        try (var duck = DuckDb.open(bounds)) {
            duck.write(
                    "select * from (%s) order by %s"
                            .formatted(
                                    String.join(" union all by name ", selects), RolledDay.ORDER),
                    path);
            var count = "select count(*) from read_parquet('%s')".formatted(DuckDb.quoted(path));
            return new Draft(path, duck.query(count, (row, _) -> row.getLong(1)).getFirst());
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
