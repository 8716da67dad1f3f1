package dev.keepwell.health;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Closes days: looks at every customer, judges, and writes the ledger, stretch by stretch.
///
/// A stretch is one transaction, so a crash costs at most the stretch it fell in, and what was
/// closed before stays as it was. Today is never closed; it is judged for the moment only.
public final class Days {

    /// Facts are built once for each stretch, and what is seen in it is held in memory: long
    /// stretches are quick, short ones are small. This many account-days take a few dozen
    /// megabytes.
    private static final int ACCOUNT_DAYS_AT_ONCE = 50_000;

    private static final int DAYS_AT_FIRST = 31;
    private static final int DAYS_AT_MOST = 184;

    private final Database database;
    private final Hearing hearing;
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
        this.models = models;
        this.ledger = ledger;
        this.closedDays = closedDays;
        this.current = current;
    }

    /// What a run did: the days it closed now, and how all days of its period have come out.
    public record Closed(Period period, ModelVersion model, int daysClosed, ClosedDays.Count all) {}

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

    /// Closes the days of the period that the model has not closed yet, oldest first.
    Closed close(
            WorkspaceId workspace,
            ModelVersion model,
            Period period,
            LocalDate today,
            Consumer<LocalDate> progress) {
        if (period.lastDay().isAfter(today)) {
            throw Refusal.invalid(
                    "future_day",
                    "A run goes up to today, %s, but was asked for %s."
                            .formatted(today, period.lastDay()));
        }
        var open = new ArrayDeque<>(open(workspace, model, period, today));
        int closed = (int) open.stream().filter(it -> it.isBefore(today)).count();
        int length = DAYS_AT_FIRST;
        while (!open.isEmpty()) {
            var stretch = next(open, length);
            var judged = closeStretch(workspace, model, stretch, today);
            progress.accept(stretch.getLast());
            length = Math.clamp(ACCOUNT_DAYS_AT_ONCE / Math.max(1, judged), 1, DAYS_AT_MOST);
        }
        if (closed > 0) {
            ledger.settle(workspace, period.lastDay());
        }
        var all = closedDays.total(workspace, model.number(), period);
        return new Closed(period, model, closed, all);
    }

    /// All that another model would have read of an account on a judged day: what the ledger says
    /// of it, and for what nobody asked then, what is known now.
    public Facts factsFor(WorkspaceId workspace, Anatomy judged, ModelVersion model) {
        var then = judged.facts();
        var known =
                hearing.of(workspace, model.model(), List.of(judged.day())).stream()
                        .filter(it -> it.account().equals(judged.account()))
                        .findFirst()
                        .orElse(then);
        var all = new TreeMap<>(known.observations());
        all.putAll(then.observations());
        var conditions = new TreeMap<>(known.conditions());
        conditions.putAll(then.conditions());
        var beside = known.beside().with(then.beside().override());
        return new Facts(judged.account(), judged.day(), all, conditions, beside);
    }

    /// Takes the next days off, up to the first that does not follow on the one before: where days
    /// in between are closed already, the bands go on from them.
    private static List<LocalDate> next(Deque<LocalDate> open, int length) {
        var stretch = new ArrayList<LocalDate>();
        do {
            stretch.add(open.remove());
        } while (stretch.size() < length && stretch.getLast().plusDays(1).equals(open.peek()));
        return stretch;
    }

    private List<LocalDate> open(
            WorkspaceId workspace, ModelVersion model, Period period, LocalDate today) {
        var closed = closedDays.in(workspace, model.number(), period);
        return period.start()
                .datesUntil(period.end())
                .filter(day -> !closed.contains(day) && !day.isAfter(today))
                .toList();
    }

    /// Closes the days, which are in order, and returns how many accounts the last one had. Today
    /// is judged with them, and stays open.
    private int closeStretch(
            WorkspaceId workspace, ModelVersion model, List<LocalDate> days, LocalDate today) {
        var judged = judge(workspace, model, days);
        var over = judged.headMap(today, false);
        database.doIn(
                workspace,
                _ -> {
                    ledger.append(workspace, over.values().stream().flatMap(List::stream).toList());
                    over.forEach((day, anatomies) ->
                            closedDays.close(workspace, model.number(), day, anatomies));
                    current.put(workspace, days.getLast(), judged.lastEntry().getValue());
                });
        return judged.lastEntry().getValue().size();
    }

    private NavigableMap<LocalDate, List<Anatomy>> judge(
            WorkspaceId workspace, ModelVersion model, List<LocalDate> days) {
        var heard =
                hearing.of(workspace, model.model(), days).stream()
                        .collect(Collectors.groupingBy(Facts::day));
        var states = ledger.statesBefore(workspace, days.getFirst(), model.number());
        var closing = new Closing(model, states);
        var judged = new TreeMap<LocalDate, List<Anatomy>>();
        for (var day : days) {
            judged.put(day, closing.close(heard.getOrDefault(day, List.of())));
        }
        return judged;
    }
}
