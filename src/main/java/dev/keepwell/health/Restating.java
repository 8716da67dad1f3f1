package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.job.Steps;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Judges published days again by what is known now, and keeps what comes out otherwise beside what
/// was said.
///
/// The version is the one that judged the day then, so that nothing but the facts can differ.
final class Restating {

    private static final int ACCOUNT_DAYS_AT_ONCE = 20_000;

    private final Database database;
    private final Judging judging;
    private final Models models;
    private final Ledger ledger;
    private final ClosedDays closedDays;

    Restating(
            Database database,
            Hearing hearing,
            Models models,
            Ledger ledger,
            ClosedDays closedDays) {
        this.database = database;
        this.judging = new Judging(hearing);
        this.models = models;
        this.ledger = ledger;
        this.closedDays = closedDays;
    }

    /// How many days were looked at again, and how many lines came out otherwise.
    record Restated(int days, long lines) {}

    /// Days that follow on each other and were judged by one version.
    private record Reign(int version, List<LocalDate> days) {}

    /// Restates the published days of the period. What an earlier restatement said of them goes.
    Restated restate(WorkspaceId workspace, Period period, Steps<LocalDate> steps) {
        var all = closedDays.total(workspace, new Series.Published(), period);
        var accounts = (int) ((all.scored() + all.grey()) / Math.max(1, all.days()));
        long lines = 0;
        for (var reign : reigns(closedDays.published(workspace, period))) {
            var model = models.version(workspace, reign.version()).orElseThrow();
            var open = new OpenDays(reign.days(), ACCOUNT_DAYS_AT_ONCE, Math.max(1, accounts));
            while (!open.isEmpty()) {
                var stretch = open.next();
                lines += restate(workspace, model, stretch, steps);
                steps.done(stretch.getLast());
            }
        }
        return new Restated(all.days(), lines);
    }

    private static List<Reign> reigns(Map<LocalDate, Integer> versions) {
        var reigns = new ArrayList<Reign>();
        versions.forEach((day, version) -> {
            if (reigns.isEmpty() || reigns.getLast().version() != version) {
                reigns.add(new Reign(version, new ArrayList<>()));
            }
            reigns.getLast().days().add(day);
        });
        return reigns;
    }

    private long restate(
            WorkspaceId workspace,
            ModelVersion model,
            List<LocalDate> days,
            Steps<LocalDate> steps) {
        var period = new Period(days.getFirst(), days.getLast().plusDays(1));
        var looked = judging.look(workspace, model, days);
        var said = new TreeMap<LocalDate, List<ScoreRow>>();
        for (var row : ledger.reading(workspace, new Series.Published()).rows(period)) {
            said.computeIfAbsent(row.key().day(), _ -> new ArrayList<>()).add(row);
        }
        var hindsight =
                new Hindsight(
                        model,
                        (accounts, day) -> ledger.on(workspace, accounts, day),
                        states(workspace, period, new Series.Published()),
                        states(workspace, period, new Series.Restated()));
        var otherwise = new TreeMap<LocalDate, List<Anatomy>>();
        looked.forEach((day, facts) ->
                otherwise.put(day, hindsight.of(day, facts, said.getOrDefault(day, List.of()))));
        var lines = otherwise.values().stream().flatMap(List::stream).toList();
        database.doIn(
                workspace,
                session -> {
                    ledger.restate(workspace, period, lines);
                    closedDays.reopenRestated(workspace, period);
                    closedDays.close(workspace, new Series.Restated(), model.number(), otherwise);
                    steps.hold(session);
                });
        return lines.size();
    }

    private Map<AccountId, State> states(WorkspaceId workspace, Period period, Series series) {
        return ledger.statesBefore(workspace, period.start(), series);
    }
}
