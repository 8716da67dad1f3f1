package dev.keepwell.warehouse;

import dev.keepwell.customer.EventDays;
import dev.keepwell.customer.EventDays.Touch;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Rolls up the events of closed days, so that facts need not look at each of them again.
///
/// A day is always computed anew from the set of its events, never added to. It is left as touched
/// when events arrived meanwhile, and whoever reads touched days asks the events. So facts are the
/// same whether this has run or not, and running it again or being cut off does no harm. A day that
/// is not over changes all the time and is left to the events.
public final class EventRollup {

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Database database;
    private final Lake lake;
    private final EventDays days;
    private final Workspaces workspaces;
    private final Clock clock;
    private final DuckDb.Bounds bounds;

    EventRollup(
            Database database,
            Lake lake,
            EventDays days,
            Workspaces workspaces,
            Clock clock,
            DuckDb.Bounds bounds) {
        this.database = database;
        this.lake = lake;
        this.days = days;
        this.workspaces = workspaces;
        this.clock = clock;
        this.bounds = bounds;
    }

    /// How many days were rolled up, and how many touched ones are left for the next time.
    public record Done(int days, int left) {}

    private record Due(List<Touch> touches, SortedSet<LocalDate> days) {}

    public Done run(WorkspaceId workspace, Consumer<LocalDate> progress) {
        var conventions = workspaces.conventionsOf(workspace);
        var zone = conventions.zone();
        var due = database.in(workspace, session -> due(session, workspace, zone));
        var taken = new HashMap<LocalDate, List<LakeFile>>();
        if (!due.days().isEmpty()) {
            try (var duck = open(conventions)) {
                for (var day : due.days()) {
                    take(duck, workspace, day, zone, taken);
                    progress.accept(day);
                }
            }
        }
        for (var touch : due.touches()) {
            database.doIn(workspace, session -> settle(session, workspace, touch, zone, taken));
        }
        var left = database.in(workspace, session -> days.touched(session).size());
        return new Done(taken.size(), left);
    }

    /// Closed days that were touched or never rolled up in this zone. A change of zone makes all of
    /// them due.
    private Due due(Session session, WorkspaceId workspace, ZoneId zone) {
        days.forgetOthers(session, zone);
        var touches = days.touched(session);
        var missing = new TreeSet<LocalDate>();
        events(session, workspace).stream()
                .map(LakeFile::part)
                .distinct()
                .forEach(it -> missing.addAll(EventParts.localDays(it, zone)));
        missing.removeAll(days.rolledUp(session, zone, EVER));
        touches.forEach(it -> missing.addAll(daysOf(it, zone)));
        return new Due(touches, missing.headSet(LocalDate.now(clock.withZone(zone))));
    }

    private DuckDb open(Conventions conventions) {
        var duck = DuckDb.open(bounds);
        Words.of(conventions).forEach(duck::run);
        return duck;
    }

    private void take(
            DuckDb duck,
            WorkspaceId workspace,
            LocalDate day,
            ZoneId zone,
            Map<LocalDate, List<LakeFile>> taken) {
        var files =
                database.in(
                        workspace, session -> EventParts.of(events(session, workspace), day, zone));
        try (var draft = RolledDay.of(duck, lake, files, day, zone)) {
            database.doIn(
                    workspace,
                    session -> {
                        days.lock(session, workspace);
                        if (files.equals(EventParts.of(events(session, workspace), day, zone))) {
                            draft.publish(session, workspace, lake);
                            days.rolledUp(session, workspace, day, zone, draft.knownUntil());
                            taken.put(day, files);
                        }
                    });
        }
    }

    /// The touch is gone when those of its days that are rolled up were taken in with every event
    /// there is of them.
    private void settle(
            Session session,
            WorkspaceId workspace,
            Touch touch,
            ZoneId zone,
            Map<LocalDate, List<LakeFile>> taken) {
        days.lock(session, workspace);
        if (!days.holds(session, touch)) {
            return;
        }
        var events = events(session, workspace);
        var rolledUp = days.rolledUp(session, zone, EVER);
        rolledUp.retainAll(daysOf(touch, zone));
        var complete =
                rolledUp.stream()
                        .allMatch(it -> EventParts.of(events, it, zone).equals(taken.get(it)));
        if (complete) {
            days.settle(session, touch);
        }
    }

    private static SortedSet<LocalDate> daysOf(Touch touch, ZoneId zone) {
        return EventParts.localDays(touch.day(), touch.day().plusDays(1), zone);
    }

    private List<LakeFile> events(Session session, WorkspaceId workspace) {
        return new ArrayList<>(lake.files(session, workspace, EventParts.DATASET));
    }
}
