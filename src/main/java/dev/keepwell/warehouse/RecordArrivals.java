package dev.keepwell.warehouse;

import dev.keepwell.customer.UsageRetractions;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells arrivals by the numbers that versions of records and files of the lake carry, and by the
/// days up to which tables are complete.
final class RecordArrivals implements Arrivals {

    private static final String RECORDS = "customer.";
    private static final String USAGE = "lake.";
    private static final String COMPLETE = "complete.";
    private static final String RETRACTED = "retracted.";

    /// No fact reads which source is believed first, but every copy of records depends on it.
    private static final String ORDERS = "customer.precedence";

    private static final Map<String, String> DAYS =
            Map.of(
                    "usage_event", "min(cast(occurred_at as date))",
                    "usage_daily", "min(day)");

    private final Database database;
    private final Lake lake;
    private final Workspaces workspaces;
    private final EventArrivals events;
    private final List<String> origins;

    RecordArrivals(
            Database database,
            Lake lake,
            Workspaces workspaces,
            FactFiles files,
            EventArrivals events) {
        this.database = database;
        this.lake = lake;
        this.workspaces = workspaces;
        this.events = events;
        this.origins =
                Stream.concat(
                                files
                                        .origins(
                                                files.names().stream()
                                                        .map("fact."::concat)
                                                        .toList())
                                        .stream()
                                        .filter(it -> it.startsWith(RECORDS)),
                                Stream.of(ORDERS))
                        .toList();
    }

    @Override
    public Mark mark(WorkspaceId workspace) {
        return database.in(
                workspace,
                session -> {
                    var marks = new TreeMap<String, String>();
                    marks.putAll(versions(session));
                    DAYS.keySet()
                            .forEach(it -> marks.put(USAGE + it, files(session, workspace, it)));
                    new UsageRetractions()
                            .last(session)
                            .forEach((dataset, it) -> marks.put(RETRACTED + dataset, it));
                    marks.putAll(events.mark(session, workspace));
                    marks.putAll(complete(session));
                    return new Mark(marks);
                });
    }

    private Map<String, String> versions(Session session) {
        var each =
                origins.stream()
                        .map("select '%1$s', coalesce(max(version), 0) from %1$s"::formatted);
        return pairs(session, each.collect(Collectors.joining(" union all ")));
    }

    private static Map<String, String> complete(Session session) {
        return pairs(
                session,
                """
                select 'complete.' || table_name || '/' || source_system,
                    coalesce(complete_until, date '9999-12-31')
                from source.watermark
                where connected
                """);
    }

    private static Map<String, String> pairs(Session session, String sql) {
        var pairs = new TreeMap<String, String>();
        session.sql()
                .sql(sql)
                .query(row -> {
                    pairs.put(row.getString(1), row.getString(2));
                });
        return pairs;
    }

    private String files(Session session, WorkspaceId workspace, String dataset) {
        return lake.files(session, workspace, dataset).stream()
                .map(it -> Long.toString(it.generation()))
                .reduce("0", (_, last) -> last);
    }

    @Override
    public Optional<LocalDate> earliest(WorkspaceId workspace, Mark before, Mark after) {
        var conventions = workspaces.conventionsOf(workspace);
        var ofTables =
                after.since(before).keySet().stream()
                        .filter(it -> !it.startsWith(EventArrivals.PREFIX))
                        .filter(it -> !it.startsWith(COMPLETE))
                        .flatMap(it -> earliest(workspace, conventions, it, before).stream());
        var completed = completed(before.tables(), after.tables());
        return Stream.of(ofTables, completed, events.earliest(before, after).stream())
                .flatMap(it -> it)
                .min(Comparator.naturalOrder());
    }

    /// What was missing up to now, or was silent, may turn out to be zero; and after an undo what
    /// was zero may be missing again.
    private static Stream<LocalDate> completed(
            SortedMap<String, String> before, SortedMap<String, String> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(it -> it.startsWith(COMPLETE))
                .filter(it -> !Objects.equals(before.get(it), after.get(it)))
                .map(it -> completed(before.get(it), after.get(it)));
    }

    private static LocalDate completed(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return LocalDate.EPOCH;
        }
        var earlier = before.compareTo(after) < 0 ? before : after;
        return LocalDate.parse(earlier).plusDays(1);
    }

    private Optional<LocalDate> earliest(
            WorkspaceId workspace, Conventions conventions, String table, Mark before) {
        var stood = before.tables().get(table);
        var number = stood == null ? 0 : Long.parseLong(stood);
        return database.in(
                workspace,
                session -> {
                    if (table.equals(EventArrivals.LINKS)) {
                        return events.linked(session, workspace, conventions, number);
                    }
                    if (table.startsWith(RETRACTED)) {
                        var dataset = table.substring(RETRACTED.length());
                        return new UsageRetractions().earliest(session, dataset, number);
                    }
                    return table.startsWith(RECORDS)
                            ? ofRecords(session, conventions.zone(), table, number)
                            : ofUsage(session, workspace, table, number);
                });
    }

    /// The versions that were replaced speak of days, too: a call that moved to another day is
    /// missing on the first.
    private static Optional<LocalDate> ofRecords(
            Session session, ZoneId zone, String table, long number) {
        return session.sql()
                .sql(
                        """
                        select min(coalesce(cast(occurred_at at time zone :zone as date), :epoch))
                        from %1$s
                        where id in (select id from %1$s where version > :number)
                        """
                                .formatted(table))
                .param("zone", zone.getId())
                .param("epoch", LocalDate.EPOCH)
                .param("number", number)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /// A day in another zone may be the day before.
    private Optional<LocalDate> ofUsage(
            Session session, WorkspaceId workspace, String table, long number) {
        var dataset = Relation.nameIn("lake", table);
        var files =
                lake.files(session, workspace, dataset).stream()
                        .filter(it -> it.generation() > number)
                        .toList();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            var sql = "select %s from %s".formatted(DAYS.get(dataset), DuckDb.reading(files));
            return Stream.ofNullable(
                            duck.query(sql, (row, _) -> row.getObject(1, LocalDate.class))
                                    .getFirst())
                    .map(it -> it.minusDays(1))
                    .findFirst();
        }
    }
}
