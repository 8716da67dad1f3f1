package dev.keepwell.warehouse;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A day of events, rolled up into a file that nobody reads yet. A day without any has none.
record RolledDay(LocalDate day, @Nullable Draft draft, @Nullable Instant knownUntil)
        implements AutoCloseable {

    /// What is asked of one account or one user lies together.
    static final String ORDER =
            "account_ref nulls last, user_ref, event_name, day, source_system, account_from,"
                    + " group_ref, anonymous_ref, type";

    private record Extent(long rows, @Nullable Instant knownUntil) {}

    static RolledDay of(DuckDb duck, Lake lake, List<LakeFile> events, LocalDate day, ZoneId zone) {
        if (events.isEmpty()) {
            return new RolledDay(day, null, null);
        }
        var path = lake.draft();
        var rolling =
                new Rolling(
                        DuckDb.reading(events),
                        EventTables.between(day.minusDays(1), day.plusDays(2)),
                        EventParts.localDay(zone, day.minusDays(1), day.plusDays(2)),
                        "day = date '%s'".formatted(day));
        duck.write("select * from (%s) order by %s".formatted(rolling.query(duck), ORDER), path);
        var extent = extent(duck, path);
        return new RolledDay(day, new Draft(path, extent.rows()), extent.knownUntil());
    }

    private static Extent extent(DuckDb duck, Path path) {
        return duck.query(
                        """
                        select count(*), epoch_us(max(recorded_at)) from read_parquet('%s')
                        """
                                .formatted(DuckDb.quoted(path)),
                        (row, _) -> {
                            var micros = row.getLong(2);
                            return new Extent(
                                    row.getLong(1), row.wasNull() ? null : instant(micros));
                        })
                .getFirst();
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// In place of what the day said before.
    void publish(Session session, WorkspaceId workspace, Lake lake) {
        if (draft != null && (draft.rows() > 0 || isInMonth(session, workspace, lake))) {
            lake.replace(session, workspace, RolledUp.DATASET, day.toString(), draft);
        } else {
            lake.retire(
                    session,
                    workspace,
                    lake.files(session, workspace, RolledUp.DATASET).stream()
                            .filter(it -> it.part().equals(day.toString()))
                            .toList());
        }
    }

    /// A day that has no events any more is empty in a file of its own, so that what its month says
    /// of it is out of date.
    private boolean isInMonth(Session session, WorkspaceId workspace, Lake lake) {
        return lake.files(session, workspace, RolledUp.DATASET).stream()
                .anyMatch(it -> it.part().equals(YearMonth.from(day).toString()));
    }

    /// What was not published is not kept.
    @Override
    public void close() {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
