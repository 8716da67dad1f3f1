package dev.keepwell.warehouse;

import dev.keepwell.customer.EventDays;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Session;
import dev.keepwell.warehouse.Arrivals.Mark;
import dev.keepwell.workspace.Conventions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tells arrivals of events by how many there are of each day.
///
/// The number of a file would not do: when files are merged, what has long been known is in a new
/// one. The count of a set that only grows changes exactly when something arrives.
record EventArrivals(Lake lake, EventDays days, DuckDb.Bounds bounds) {

    static final String PREFIX = "lake.event/";
    static final String LINKS = "customer.user_link";

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    Map<String, String> mark(Session session, WorkspaceId workspace) {
        var rows = new TreeMap<String, Long>();
        for (var file : lake.files(session, workspace, EventParts.DATASET)) {
            rows.merge(PREFIX + file.part(), file.rows(), Long::sum);
        }
        var marks = new TreeMap<String, String>();
        rows.forEach((part, count) -> marks.put(part, count.toString()));
        return marks;
    }

    /// A day in another zone may be the day before.
    Optional<LocalDate> earliest(Mark before, Mark after) {
        var then = parts(before);
        var now = parts(after);
        var months = new TreeSet<YearMonth>();
        now.keySet().forEach(it -> months.add(YearMonth.from(EventParts.first(it))));
        return months.stream()
                .flatMap(it -> earliest(of(it, then), of(it, now), it).stream())
                .min(Comparator.naturalOrder())
                .map(it -> it.minusDays(1));
    }

    /// Where days went into their month in between, nobody can tell which of them is new.
    private static Optional<LocalDate> earliest(
            SortedMap<String, Long> then, SortedMap<String, Long> now, YearMonth month) {
        if (sum(then) == sum(now)) {
            return Optional.empty();
        }
        var whole = month.toString();
        if (!Objects.equals(then.get(whole), now.get(whole))) {
            return Optional.of(month.atDay(1));
        }
        return now.entrySet().stream()
                .filter(it -> !it.getValue().equals(then.get(it.getKey())))
                .map(it -> EventParts.first(it.getKey()))
                .min(Comparator.naturalOrder());
    }

    private static SortedMap<String, Long> parts(Mark mark) {
        var parts = new TreeMap<String, Long>();
        mark.tables()
                .forEach((key, count) -> {
                    if (key.startsWith(PREFIX)) {
                        parts.put(key.substring(PREFIX.length()), Long.parseLong(count));
                    }
                });
        return parts;
    }

    private static SortedMap<String, Long> of(YearMonth month, SortedMap<String, Long> parts) {
        var own = new TreeMap<>(parts);
        own.keySet().removeIf(it -> !YearMonth.from(EventParts.first(it)).equals(month));
        return own;
    }

    private static long sum(SortedMap<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The first day on which somebody did something of whom only now is known who it was.
    Optional<LocalDate> linked(
            Session session, WorkspaceId workspace, Conventions conventions, long number) {
        var visitors = newlyLinked(session, number);
        if (visitors.isEmpty()) {
            return Optional.empty();
        }
        var scope = new Scope(workspace, conventions, EVER, new TreeSet<>());
        try (var duck = DuckDb.open(bounds)) {
            duck.run("create schema lake");
            Words.of(conventions).forEach(duck::run);
            new RolledUp(lake, days, scope, LocalDate.MIN)
                    .bring(session, duck)
                    .show(duck, RolledUp.TABLE);
            var columns = List.of("source_system varchar", "anonymous_ref varchar");
            new Relation("visitor", columns, visitors).statements().forEach(duck::run);
            var sql =
                    """
                    select min(day) from %s
                    join visitor using (source_system, anonymous_ref)
                    where user_ref is null
                    """
                            .formatted(RolledUp.TABLE);
            return duck.query(
                            sql, (row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                    .getFirst();
        }
    }

    /// The visitors whose first link is new. Most calls only say again what is known.
    private static List<List<@Nullable Object>> newlyLinked(Session session, long number) {
        var visitors = new ArrayList<List<@Nullable Object>>();
        session.sql()
                .sql(
                        """
                        select source_system, anonymous_ref
                        from (
                            select distinct on (source_system, anonymous_ref) *
                            from %1$s
                            where (source_system, anonymous_ref) in (
                                select source_system, anonymous_ref from %1$s
                                where version > :number
                            )
                            order by source_system, anonymous_ref, occurred_at, message_id
                        ) as first
                        where version > :number
                        """
                                .formatted(LINKS))
                .param("number", number)
                .query(row -> {
                    visitors.add(List.of(row.getString(1), row.getString(2)));
                });
        return visitors;
    }
}
