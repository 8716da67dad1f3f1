package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// How far the clocks of senders are off, from what they said when they sent and when it came.
public final class SenderClocks {

    /// Beyond so much the times of an event are corrected by it.
    public static final Duration OFF_MIN = Duration.ofSeconds(60);

    /// So many days are looked at.
    public static final int DAYS = 7;

    private static final int LENGTH_OF_MONTH = "2026-10".length();

    private final Database database;
    private final Lake lake;

    SenderClocks(Database database, Lake lake) {
        this.database = database;
        this.lake = lake;
    }

    /// The clocks of one source: how many of its events were off, and by how many seconds.
    public record Clock(String source, long events, long off, long medianSeconds) {}

    /// Over the last days, today included.
    public List<Clock> of(WorkspaceId workspace, LocalDate today) {
        var since = today.minusDays(DAYS - 1L);
        var files =
                database
                        .in(workspace, it -> lake.files(it, workspace, EventKeeping.DATASET))
                        .stream()
                        .filter(it -> reaches(it, since))
                        .toList();
        if (files.isEmpty()) {
            return List.of();
        }
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            return duck.query(
                    query(DuckDb.reading(files)),
                    (row, _) ->
                            new Clock(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4)),
                    since.atStartOfDay(ZoneOffset.UTC).toLocalDateTime());
        }
    }

    private static String query(String files) {
        return """
        select source_system, count(*) as events, count(*) filter (abs(off) > %1$d) as off,
            cast(coalesce(median(off) filter (abs(off) > %1$d), 0) as bigint) as median
        from (
            select source_system, epoch(received_at) - epoch(sent_at) as off
            from %2$s
            where received_at >= ?)
        group by source_system
        order by source_system
        """
                .formatted(OFF_MIN.toSeconds(), files);
    }

    /// Parts are days or months of occurrence, and what is off by more is in an older one.
    private static boolean reaches(LakeFile file, LocalDate since) {
        var part = file.part();
        var from = since.minusDays(1).toString();
        return part.compareTo(
                        part.length() == LENGTH_OF_MONTH
                                ? from.substring(0, LENGTH_OF_MONTH)
                                : from)
                >= 0;
    }
}
