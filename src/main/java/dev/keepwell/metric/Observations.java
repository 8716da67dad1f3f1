package dev.keepwell.metric;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks at every customer on some days, through the metrics and conditions that somebody asks for.
///
/// Each day is seen as it looked then: nothing dated after it counts, not even the return that
/// would have bridged a gap.
public final class Observations {

    private final Warehouse warehouse;
    private final Workspaces workspaces;
    private final Catalogue catalogue;
    private final Conditions conditions;
    private final Clock clock;

    public Observations(
            Warehouse warehouse,
            Workspaces workspaces,
            Catalogue catalogue,
            Conditions conditions,
            Clock clock) {
        this.warehouse = warehouse;
        this.workspaces = workspaces;
        this.catalogue = catalogue;
        this.conditions = conditions;
        this.clock = clock;
    }

    /// What was seen of one customer on one day. A condition that nobody could judge is not in it.
    public record Seen(
            LocalDate day,
            AccountId account,
            List<Observation> observations,
            SortedMap<String, Boolean> conditions) {}

    /// All customers of each day, in the order of days and accounts. Metrics that the catalogue
    /// does not have are left out.
    public List<Seen> of(
            WorkspaceId workspace,
            List<LocalDate> days,
            Collection<MetricName> metrics,
            Collection<String> asked) {
        var conventions = workspaces.conventionsOf(workspace);
        var known = metrics.stream().map(catalogue::find).flatMap(Optional::stream).toList();
        var needed = new TreeSet<LocalDate>(days);
        for (var metric : known) {
            for (var span : spans(metric, days)) {
                needed.addAll(List.of(span.asOf(), span.opening(), span.period().lastDay()));
            }
        }
        var scope = new Scope(workspace, conventions, clock.instant(), needed);
        try (var facts = warehouse.open(scope)) {
            var sight = new Sight(days, customers(facts, days));
            known.forEach(metric -> look(facts, metric, days, sight));
            asked.stream()
                    .map(conditions::find)
                    .flatMap(Optional::stream)
                    .forEach(condition -> judge(facts, condition, days, sight));
            return sight.seen();
        }
    }

    private static List<Span> spans(Metric metric, List<LocalDate> days) {
        return days.stream()
                .map(day -> new Question(metric, Grain.ACCOUNT, day, null, day, 1))
                .map(Question::span)
                .toList();
    }

    private static SortedMap<LocalDate, List<String>> customers(Facts facts, List<LocalDate> days) {
        facts.need(List.of("fact.customer_day"));
        var customers = new TreeMap<LocalDate, List<String>>();
        days.forEach(day -> customers.put(day, new ArrayList<>()));
        facts.query(
                "select day_number, account_id from fact.customer_day"
                        + " where bridge_known_day is null order by day_number, account_id",
                (row, _) -> {
                    var day = LocalDate.ofEpochDay(row.getLong(1));
                    customers.getOrDefault(day, new ArrayList<>()).add(row.getString(2));
                    return day;
                });
        return customers;
    }

    private static void look(Facts facts, Metric metric, List<LocalDate> days, Sight sight) {
        var completeUntil = new Feeds(facts.feeds()).watchedUntil(metric.rules().sources());
        var source =
                String.join(", ", metric.rules().sources().stream().map(List::getFirst).toList());
        for (var reading : new Evaluation(facts).of(metric, Grain.ACCOUNT, spans(metric, days))) {
            if (reading.component().isEmpty()) {
                var day = reading.span().asOf();
                var stalled = hasStalled(metric.rules().stallsAfterDays(), completeUntil, day);
                sight.observe(day, reading.entity(), observation(reading, source, stalled));
            }
        }
    }

    /// A feed that broke says nothing about the customer, so its silence must not be scored.
    private static boolean hasStalled(
            @Nullable Integer afterDays, Optional<LocalDate> completeUntil, LocalDate day) {
        return afterDays != null
                && completeUntil
                        .map(until -> until.plusDays(afterDays).isBefore(day))
                        .orElse(false);
    }

    private static Observation observation(Reading reading, String source, boolean stalled) {
        if (stalled) {
            return new Observation.Unknown(reading.metric(), Status.SOURCE_MISSING);
        }
        return switch (reading.result()) {
            case Reading.Result.None(var status) ->
                    new Observation.Unknown(reading.metric(), status);
            case Reading.Result.Value(var status, var value, _, var observedDay) ->
                    new Observation.Measured(
                            reading.metric(),
                            status,
                            value.doubleValue(),
                            LocalDate.ofEpochDay(observedDay),
                            source);
        };
    }

    private static void judge(Facts facts, Condition condition, List<LocalDate> days, Sight sight) {
        var completeUntil = new Feeds(facts.feeds()).watchedUntil(condition.sources());
        var heard =
                days.stream()
                        .filter(it -> !hasStalled(condition.stallsAfterDays(), completeUntil, it))
                        .toList();
        var spans = heard.stream().map(day -> Span.trailing(day, 1, day)).toList();
        new ConditionEvaluation(facts)
                .of(condition, spans)
                .ifPresent(holding -> {
                    for (int i = 0; i < heard.size(); i++) {
                        sight.judge(heard.get(i), condition.name(), holding.get(i));
                    }
                });
    }
}
