package dev.keepwell.health;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.util.List;

/// Computes what a version of the model says of history, stretch by stretch.
///
/// A stretch is one transaction and is not computed again, so what was cut off goes on where it
/// stopped.
final class Backfilling {

    private final Database database;
    private final Judging judging;
    private final Ledger ledger;
    private final ClosedDays closedDays;

    Backfilling(Database database, Hearing hearing, Ledger ledger, ClosedDays closedDays) {
        this.database = database;
        this.judging = new Judging(hearing);
        this.ledger = ledger;
        this.closedDays = closedDays;
    }

    /// Hears which day is closed, and how many of the period are.
    interface Listener {
        void closed(LocalDate day, int days);

        /// See [Progress#hold].
        default void hold(Session session) {}
    }

    /// How many days of the period the version's back-fill has closed.
    int done(WorkspaceId workspace, ModelVersion model, Period period) {
        var series = new Series.Backfill(model.number());
        return closedDays.in(workspace, series, model.number(), period).size();
    }

    /// Closes those days of the period that the version's back-fill has not, and returns how many
    /// they were.
    int fill(WorkspaceId workspace, ModelVersion model, Period period, Listener listener) {
        var series = new Series.Backfill(model.number());
        var closed = closedDays.in(workspace, series, model.number(), period);
        var days =
                period.start().datesUntil(period.end()).filter(it -> !closed.contains(it)).toList();
        var open = new OpenDays(days, Days.ACCOUNT_DAYS_AT_ONCE, 0);
        int done = closed.size();
        while (!open.isEmpty()) {
            var stretch = open.next();
            open.had(fill(workspace, model, stretch, listener));
            done += stretch.size();
            listener.closed(stretch.getLast(), done);
        }
        if (!days.isEmpty()) {
            database.doIn(
                    workspace,
                    session -> {
                        ledger.settle(workspace, series, period.lastDay());
                        listener.hold(session);
                    });
        }
        return days.size();
    }

    private int fill(
            WorkspaceId workspace, ModelVersion model, List<LocalDate> days, Listener listener) {
        var series = new Series.Backfill(model.number());
        var states = ledger.statesBefore(workspace, days.getFirst(), series);
        var judged = judging.judge(workspace, model, days, states);
        database.doIn(
                workspace,
                session -> {
                    var lines = judged.values().stream().flatMap(List::stream).toList();
                    ledger.append(workspace, series, lines);
                    closedDays.close(workspace, series, model.number(), judged);
                    listener.hold(session);
                });
        return judged.lastEntry().getValue().size();
    }
}
