package dev.keepwell.health;

import dev.keepwell.job.Steps;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Closes days: looks at every customer, judges, and writes the ledger, stretch by stretch.
///
/// A stretch is one transaction, so a crash costs at most the stretch it fell in, and what was
/// closed before stays as it was. Today is never closed; it is judged for the moment only.
public final class Days {

    /// This many account-days take a few dozen megabytes.
    static final int ACCOUNT_DAYS_AT_ONCE = 50_000;

    private final Database database;
    private final Hearing hearing;
    private final Judging judging;
    private final Models models;
    private final Ledger ledger;
    private final ClosedDays closedDays;
    private final CurrentScores current;

    Days(
            Database database,
            Hearing hearing,
            Models models,
            Ledger ledger,
            ClosedDays closedDays,
            CurrentScores current) {
        this.database = database;
        this.hearing = hearing;
        this.judging = new Judging(hearing);
        this.models = models;
        this.ledger = ledger;
        this.closedDays = closedDays;
        this.current = current;
    }

    /// What a run did: the version that judges its last day, the days it closed now, those that
    /// other versions had closed before and that stay as they were, and how all days of its period
    /// have come out.
    public record Closed(
            Period period,
            ModelVersion model,
            int daysClosed,
            int daysOfOthers,
            ClosedDays.Count all) {}

    ClosedDays closed() {
        return closedDays;
    }

    /// The versions that judge open days, or the version of this number for all of them.
    Succession succession(WorkspaceId workspace, @Nullable Integer version) {
        return version == null
                ? models.succession(workspace)
                : Succession.of(model(workspace, version));
    }

    /// The model in force, or the version of this number.
    ModelVersion model(WorkspaceId workspace, @Nullable Integer version) {
        return version == null
                ? models.current(workspace)
                : models.version(workspace, version)
                        .orElseThrow(() ->
                                Refusal.unknown(
                                        "unknown_model_version",
                                        "No model of this workspace has the version %d."
                                                .formatted(version)));
    }

    /// Closes the days of the period that are not closed yet, oldest first. One that is closed
    /// stays as it is, whichever version judged it.
    Closed close(
            WorkspaceId workspace,
            Succession succession,
            Period period,
            LocalDate today,
            Steps<LocalDate> steps) {
        if (period.lastDay().isAfter(today)) {
            throw Refusal.invalid(
                    "future_day",
                    "A run goes up to today, %s, but was asked for %s."
                            .formatted(today, period.lastDay()));
        }
        var before = closedDays.published(workspace, period);
        var days = open(before.keySet(), period, today);
        int closed = (int) days.stream().filter(it -> it.isBefore(today)).count();
        for (var reign : succession.reigns(days)) {
            var open = new OpenDays(reign.days(), ACCOUNT_DAYS_AT_ONCE, 0);
            while (!open.isEmpty()) {
                var stretch = open.next();
                open.had(closeStretch(workspace, reign.model(), stretch, today, steps));
                steps.done(stretch.getLast());
            }
        }
        if (closed > 0) {
            database.doIn(
                    workspace,
                    session -> {
                        ledger.settle(workspace, period.lastDay());
                        steps.hold(session);
                    });
        }
        before.entrySet().removeIf(it -> it.getValue() == succession.on(it.getKey()).number());
        var all = closedDays.total(workspace, new Series.Published(), period);
        return new Closed(period, succession.on(period.lastDay()), closed, before.size(), all);
    }

    /// All that another model would have read of an account on a judged day: what the ledger says
    /// of it, and for what nobody asked then, what is known now.
    public Facts factsFor(WorkspaceId workspace, Anatomy judged, ModelVersion model) {
        return hearing.of(workspace, model.model(), List.of(judged.day())).stream()
                .filter(it -> it.account().equals(judged.account()))
                .findFirst()
                .map(judged.facts()::and)
                .orElse(judged.facts());
    }

    private static List<LocalDate> open(Set<LocalDate> closed, Period period, LocalDate today) {
        return period.start()
                .datesUntil(period.end())
                .filter(day -> !closed.contains(day) && !day.isAfter(today))
                .toList();
    }

    /// Closes the days, which are in order, and returns how many accounts the last one had. Today
    /// is judged with them, and stays open.
    private int closeStretch(
            WorkspaceId workspace,
            ModelVersion model,
            List<LocalDate> days,
            LocalDate today,
            Steps<LocalDate> steps) {
        var states = ledger.statesBefore(workspace, days.getFirst());
        var judged = judging.judge(workspace, model, days, states);
        var over = judged.headMap(today, false);
        database.doIn(
                workspace,
                session -> {
                    ledger.append(workspace, over.values().stream().flatMap(List::stream).toList());
                    closedDays.close(workspace, new Series.Published(), model.number(), over);
                    current.put(workspace, days.getLast(), judged.lastEntry().getValue());
                    steps.hold(session);
                });
        return judged.lastEntry().getValue().size();
    }
}
