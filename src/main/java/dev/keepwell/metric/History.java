package dev.keepwell.metric;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values that back-fills have computed, in the lake: one file for each metric and month.
///
/// A file says in its name which job wrote it, so a job that was cut off knows what it has done.
public final class History {

    static final String DATASET = "metric_history";

    private final Database database;
    private final Lake lake;
    private final DuckDb.Bounds bounds;

    History(Database database, Lake lake, DuckDb.Bounds bounds) {
        this.database = database;
        this.lake = lake;
        this.bounds = bounds;
    }

    /// One value on one day, or the reason why there is none. Parts are in the order of the kind's
    /// columns.
    public record Line(
            LocalDate day,
            Grain grain,
            String entity,
            String component,
            Status status,
            @Nullable BigDecimal value) {}

    /// What is kept of a metric on these days, of one entity, oldest first.
    public List<Line> of(
            WorkspaceId workspace, MetricName metric, Grain grain, String entity, Period days) {
        var files =
                database.in(workspace, session -> files(session, workspace, metric)).stream()
                        .filter(it -> overlaps(month(it), days))
                        .toList();
        if (files.isEmpty()) {
            return List.of();
        }
        var sql =
                """
                select day, grain, entity, component, status, value from %s
                where grain = ? and entity = ? and day >= ? and day < ?
                order by day, component
                """
                        .formatted(DuckDb.reading(files));
        try (var duck = DuckDb.open(bounds)) {
            return duck.query(
                    sql, (row, _) -> read(row), grain.word(), entity, days.start(), days.end());
        }
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("day", LocalDate.class),
                Grain.named(row.getString("grain")),
                row.getString("entity"),
                row.getString("component"),
                Status.valueOf(row.getString("status")),
                row.getBigDecimal("value"));
    }

    /// Whether this job has written the month already.
    boolean has(WorkspaceId workspace, MetricName metric, YearMonth month, String job) {
        return database.in(workspace, session -> files(session, workspace, metric)).stream()
                .anyMatch(it -> it.part().equals(part(metric, month, job)));
    }

    /// The file of a month, written row by row. What other days of the month had before stays.
    HistoryFile write(WorkspaceId workspace, MetricName metric, Period days) {
        var month = YearMonth.from(days.start());
        var before =
                database.in(workspace, session -> files(session, workspace, metric)).stream()
                        .filter(it -> month(it).equals(month))
                        .toList();
        return new HistoryFile(DuckDb.open(bounds), lake.draft(), before, days);
    }

    /// Puts the file in the place of the month's earlier one.
    void publish(Session session, WorkspaceId workspace, Draft draft, Place place) {
        var files =
                files(session, workspace, place.metric()).stream()
                        .filter(it -> month(it).equals(place.month()))
                        .toList();
        lake.retire(session, workspace, files);
        var part = part(place.metric(), place.month(), place.job());
        lake.publish(session, workspace, DATASET, part, draft);
    }

    /// Which file it is, and by which job.
    record Place(MetricName metric, YearMonth month, String job) {}

    private List<LakeFile> files(Session session, WorkspaceId workspace, MetricName metric) {
        return lake.files(session, workspace, DATASET).stream()
                .filter(it -> it.part().startsWith(metric.value() + "."))
                .toList();
    }

    private static String part(MetricName metric, YearMonth month, String job) {
        return "%s.%s.%s".formatted(metric, month, job.toLowerCase(Locale.ROOT));
    }

    private static YearMonth month(LakeFile file) {
        return YearMonth.parse(file.part().split("\\.", -1)[1]);
    }

    private static boolean overlaps(YearMonth month, Period days) {
        return month.atDay(1).isBefore(days.end())
                && month.plusMonths(1).atDay(1).isAfter(days.start());
    }

    /// The first and the last day of which anything is kept.
    public Optional<Period> extent(WorkspaceId workspace, MetricName metric) {
        var months =
                database.in(workspace, session -> files(session, workspace, metric)).stream()
                        .map(History::month)
                        .sorted()
                        .toList();
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Period(
                                months.getFirst().atDay(1),
                                months.getLast().plusMonths(1).atDay(1)));
    }
}
