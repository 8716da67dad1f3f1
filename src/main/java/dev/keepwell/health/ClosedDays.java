package dev.keepwell.health;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The days that are closed, in each series, and how many accounts each had.
public final class ClosedDays {

    private final Database database;
    private final Clock clock;

    ClosedDays(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How a day, or several, came out.
    public record Count(int days, long scored, long grey) {}

    /// The days that are published, with the version that judged each.
    NavigableMap<LocalDate, Integer> published(WorkspaceId workspace, Period period) {
        var days = new TreeMap<LocalDate, Integer>();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select day, version from health.closed_day
                                        where series = 'published' and day >= ? and day < ?
                                        """)
                                .params(period.start(), period.end())
                                .query(row -> {
                                    days.put(row.getObject(1, LocalDate.class), row.getInt(2));
                                }));
        return days;
    }

    /// The days of a series that a version has closed.
    Set<LocalDate> in(WorkspaceId workspace, Series series, int version, Period period) {
        return database.in(
                workspace,
                session ->
                        new TreeSet<>(
                                session.sql()
                                        .sql(
                                                """
                                                select day from health.closed_day
                                                where series = ? and version = ?
                                                    and day >= ? and day < ?
                                                """)
                                        .params(
                                                series.word(),
                                                version,
                                                period.start(),
                                                period.end())
                                        .query((row, _) -> row.getObject(1, LocalDate.class))
                                        .list()));
    }

    /// The first day that is published.
    public Optional<LocalDate> first(WorkspaceId workspace) {
        return edge(workspace, "asc");
    }

    /// The last day that is published.
    public Optional<LocalDate> last(WorkspaceId workspace) {
        return edge(workspace, "desc");
    }

    private Optional<LocalDate> edge(WorkspaceId workspace, String order) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select day from health.closed_day
                                        where series = 'published' order by day %s limit 1
                                        """
                                                .formatted(order))
                                .query((row, _) -> row.getObject(1, LocalDate.class))
                                .optional());
    }

    /// How the days of a period came out in a series: a back-fill's in its version, those of the
    /// others in whichever judged them.
    Count total(WorkspaceId workspace, Series series, Period period) {
        var version = versionOf(series);
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select count(*), coalesce(sum(scored), 0),
                                            coalesce(sum(grey), 0)
                                        from health.closed_day
                                        where series = ? and ? in (-1, version)
                                            and day >= ? and day < ?
                                        """)
                                .params(series.word(), version, period.start(), period.end())
                                .query((row, _) ->
                                        new Count(row.getInt(1), row.getLong(2), row.getLong(3)))
                                .single());
    }

    /// The version whose days are asked for; -1 stands for all.
    private static int versionOf(Series series) {
        return series instanceof Series.Backfill(var version) ? version : -1;
    }

    /// In which stretch each day of a series was closed. A stretch saw what those with smaller
    /// numbers had left behind, and nothing of those with greater ones.
    Map<LocalDate, Integer> stretches(WorkspaceId workspace, Series series) {
        var version = versionOf(series);
        var stretches = new TreeMap<LocalDate, Integer>();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select day, stretch from health.closed_day
                                        where series = ? and ? in (-1, version)
                                        """)
                                .params(series.word(), version)
                                .query(row -> {
                                    stretches.put(row.getObject(1, LocalDate.class), row.getInt(2));
                                }));
        return stretches;
    }

    /// Closes the days of a stretch.
    void close(
            WorkspaceId workspace,
            Series series,
            int version,
            SequencedMap<LocalDate, List<Anatomy>> days) {
        database.doIn(
                workspace,
                session -> {
                    var stretch = nextStretch(session);
                    days.forEach((day, anatomies) -> {
                        var grey = anatomies.stream().filter(it -> it.band() == Band.GREY).count();
                        session.sql()
                                .sql(
                                        """
                                        insert into health.closed_day
                                            (workspace_id, series, version, day, scored, grey,
                                            closed_at, stretch)
                                        values (?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .params(
                                        workspace.value(),
                                        series.word(),
                                        version,
                                        day,
                                        anatomies.size() - grey,
                                        grey,
                                        OffsetDateTime.now(clock),
                                        stretch)
                                .update();
                    });
                });
    }

    /// Lets restated days be closed again.
    void reopenRestated(WorkspaceId workspace, Period days) {
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        delete from health.closed_day
                                        where series = 'restated' and day >= ? and day < ?
                                        """)
                                .params(days.start(), days.end())
                                .update());
    }

    private static int nextStretch(Session session) {
        return session.sql()
                .sql("select coalesce(max(stretch), 0) + 1 from health.closed_day")
                .query(Integer.class)
                .single();
    }
}
