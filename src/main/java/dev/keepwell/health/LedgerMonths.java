package dev.keepwell.health;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Puts the files of months that are over together. Each night adds a file, and a line over a year
/// that opens one for each of its days spends its time opening files.
///
/// The rows are the same, and so is what anybody reads.
final class LedgerMonths {

    /// Sorting more than this would not stay in memory.
    private static final long ROWS_MAX = 250_000;

    private record Month(YearMonth month, int version) {}

    private final Lake lake;
    private final LedgerFiles engine;

    LedgerMonths(Lake lake, LedgerFiles engine) {
        this.lake = lake;
        this.engine = engine;
    }

    /// Leaves the month of `day` and all after it alone.
    void settle(Session session, WorkspaceId workspace, String dataset, LocalDate day) {
        var months =
                new TreeMap<Month, List<LakeFile>>(
                        Comparator.comparing(Month::month).thenComparingInt(Month::version));
        for (var file : lake.files(session, workspace, dataset)) {
            var part = LedgerPart.parse(file.part());
            var month = YearMonth.from(part.days().start());
            if (month.equals(YearMonth.from(part.days().lastDay()))
                    && month.isBefore(YearMonth.from(day))) {
                months.computeIfAbsent(new Month(month, part.version()), _ -> new ArrayList<>())
                        .add(file);
            }
        }
        for (var files : months.values()) {
            for (var some : portions(files)) {
                if (some.size() > 1) {
                    join(session, workspace, dataset, some);
                }
            }
        }
    }

    /// Neighbours in time, as many as may be sorted at once.
    private static List<List<LakeFile>> portions(List<LakeFile> files) {
        var portions = new ArrayList<List<LakeFile>>();
        long rows = ROWS_MAX;
        for (var file : files.stream().sorted(Comparator.comparing(LakeFile::part)).toList()) {
            rows += file.rows();
            if (rows > ROWS_MAX) {
                portions.add(new ArrayList<>());
                rows = file.rows();
            }
            portions.getLast().add(file);
        }
        return portions;
    }

    private void join(
            Session session, WorkspaceId workspace, String dataset, List<LakeFile> files) {
        var parts = files.stream().map(it -> LedgerPart.parse(it.part())).toList();
        var ends = parts.stream().map(it -> it.days().end()).max(LocalDate::compareTo);
        var days = new Period(parts.getFirst().days().start(), ends.orElseThrow());
        var part = new LedgerPart(days, parts.getFirst().version());
        var rows = files.stream().mapToLong(LakeFile::rows).sum();
        var draft = lake.draft();
        try (var duckDb = engine.open()) {
            duckDb.join(files, ScoreRow.TABLE, draft);
        }
        lake.retire(session, workspace, files);
        lake.publish(session, workspace, dataset, part.fileName(), new Draft(draft, rows));
    }
}
