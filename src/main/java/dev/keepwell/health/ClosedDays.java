package dev.keepwell.health;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The days that are closed, by model version, and how many accounts each had.
public final class ClosedDays {

    private final Database database;
    private final Clock clock;

    ClosedDays(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How a day, or several, came out.
    public record Count(int days, long scored, long grey) {

        Count plus(Count other) {
            return new Count(days + other.days, scored + other.scored, grey + other.grey);
        }
    }

    Set<LocalDate> in(WorkspaceId workspace, int version, Period period) {
        return database.in(
                workspace,
                session ->
                        new TreeSet<>(
                                session.sql()
                                        .sql(
                                                """
                                                select day from health.closed_day
                                                where version = ? and day >= ? and day < ?
                                                """)
                                        .params(version, period.start(), period.end())
                                        .query((row, _) -> row.getObject(1, LocalDate.class))
                                        .list()));
    }

    /// The first day that any version has closed.
    public Optional<LocalDate> first(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select day from health.closed_day order by day limit 1")
                                .query((row, _) -> row.getObject(1, LocalDate.class))
                                .optional());
    }

    /// The last day that any version has closed.
    public Optional<LocalDate> last(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select day from health.closed_day order by day desc limit 1")
                                .query((row, _) -> row.getObject(1, LocalDate.class))
                                .optional());
    }

    Count total(WorkspaceId workspace, int version, Period period) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select count(*), coalesce(sum(scored), 0),
                                            coalesce(sum(grey), 0)
                                        from health.closed_day
                                        where version = ? and day >= ? and day < ?
                                        """)
                                .params(version, period.start(), period.end())
                                .query((row, _) ->
                                        new Count(row.getInt(1), row.getLong(2), row.getLong(3)))
                                .single());
    }

    void close(WorkspaceId workspace, int version, LocalDate day, List<Anatomy> anatomies) {
        var grey = (int) anatomies.stream().filter(it -> it.band() == Band.GREY).count();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql("insert into health.closed_day values (?, ?, ?, ?, ?, ?)")
                                .params(
                                        workspace.value(),
                                        version,
                                        day,
                                        anatomies.size() - grey,
                                        grey,
                                        OffsetDateTime.now(clock))
                                .update());
    }
}
