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
record RolledUp(Lake lake, EventDays days, Scope scope, LocalDate since) {

    static final String DATASET = "event_day";
    static final String TABLE = "lake." + DATASET;

    private static final String OPEN = "lake.event_day_open";

    /// The days are read before the events: what arrives in between is then seen by the next look.
    Origin bring(Session session, DuckDb duck) {
        var rolledUp = rolledUp(session);
        var closed =
                lake.files(session, scope.workspace(), DATASET).stream()
                        .filter(it -> rolledUp.contains(LocalDate.parse(it.part())))
                        .filter(it -> !LocalDate.parse(it.part()).isBefore(since))
                        .toList();
        duck.run("create table %s (%s)".formatted(OPEN, EventTables.EVENT_DAY));
        bringOpen(session, duck, rolledUp);
        return new Origin(closed, "true", OPEN);
    }

    private void bringOpen(Session session, DuckDb duck, SortedSet<LocalDate> rolledUp) {
        var events =
                lake.files(session, scope.workspace(), EventParts.DATASET).stream()
                        .filter(it -> days(it).stream().anyMatch(day -> isOpen(day, rolledUp)))
                        .toList();
        if (events.isEmpty()) {
            return;
        }
        var where = new StringBuilder(LakeTables.known(scope.knownAt()));
        var here = new TreeSet<LocalDate>();
        events.forEach(it -> here.addAll(days(it)));
        here.headSet(since).clear();
        var first = here.first().minusDays(1);
        where.append(" and ").append(EventTables.between(first, here.last().plusDays(2)));
        for (var day : here) {
            if (!isOpen(day, rolledUp)) {
                where.append(" and %s <> date '%s'".formatted(EventTables.LOCAL_DAY, day));
            }
        }
        duck.run(
                "insert into %s by name %s"
                        .formatted(
                                OPEN,
                                EventTables.rolledUp(DuckDb.reading(events), where.toString())));
    }

    private SortedSet<LocalDate> days(LakeFile file) {
        return EventParts.localDays(file.part(), zone());
    }

    private boolean isOpen(LocalDate day, SortedSet<LocalDate> rolledUp) {
        return !rolledUp.contains(day) && !day.isBefore(since);
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
