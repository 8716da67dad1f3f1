package dev.keepwell.warehouse;

import dev.keepwell.customer.EventDays;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/// Brings events by the day into the engine: the days that the roll-up has taken in from its files,
/// all others from the events themselves, by the same query.
///
/// A day is not taken from the roll-up when it was touched since, when it was rolled up in another
/// zone, or when some of it became known only after the time that is asked for.
record RolledUp(Lake lake, EventDays days, Scope scope, Days asked) {

    static final String DATASET = "event_day";
    static final String TABLE = "lake." + DATASET;

    static final String OPEN = "lake.event_day_open";

    /// The days are read before the events: what arrives in between is then seen by the next look.
    Origin bring(Session session, DuckDb duck) {
        var rolledUp = rolledUp(session);
        rolledUp.removeIf(it -> !asked.contains(it));
        var files = RolledFiles.of(lake.files(session, scope.workspace(), DATASET));
        duck.run("create table %s (%s)".formatted(OPEN, EventTables.EVENT_DAY));
        bringOpen(session, duck, rolledUp);
        // What was rolled up again since its month was put together counts instead of it.
        var again = files.again(rolledUp);
        if (!again.isEmpty()) {
            duck.run(
                    "insert into %s by name select * from %s"
                            .formatted(OPEN, DuckDb.reading(again)));
        }
        return new Origin(files.closed(rolledUp), files.where(rolledUp, asked), OPEN);
    }

    private void bringOpen(Session session, DuckDb duck, SortedSet<LocalDate> rolledUp) {
        var events =
                lake.files(session, scope.workspace(), EventParts.DATASET).stream()
                        .filter(it -> days(it).stream().anyMatch(day -> isOpen(day, rolledUp)))
                        .toList();
        if (events.isEmpty()) {
            return;
        }
        var here = new TreeSet<LocalDate>();
        events.forEach(it -> here.addAll(days(it)));
        here.removeIf(it -> !isOpen(it, rolledUp));
        var first = here.first().minusDays(1);
        var end = here.last().plusDays(2);
        var rolling =
                new Rolling(
                        DuckDb.reading(events),
                        LakeTables.known(scope.knownAt())
                                + " and "
                                + EventTables.between(first, end),
                        EventParts.localDay(zone(), first, end),
                        RolledFiles.isOneOf(here));
        duck.run("insert into %s by name %s".formatted(OPEN, rolling.query(duck)));
    }

    private SortedSet<LocalDate> days(LakeFile file) {
        return EventParts.localDays(file.part(), zone());
    }

    private boolean isOpen(LocalDate day, SortedSet<LocalDate> rolledUp) {
        return !rolledUp.contains(day) && asked.contains(day);
    }

    private SortedSet<LocalDate> rolledUp(Session session) {
        var rolledUp = days.rolledUp(session, zone(), scope.knownAt());
        for (var it : days.touched(session)) {
            rolledUp.removeAll(EventParts.localDays(it.day(), it.day().plusDays(1), zone()));
        }
        return rolledUp;
    }

    private ZoneId zone() {
        return scope.conventions().zone();
    }
}
