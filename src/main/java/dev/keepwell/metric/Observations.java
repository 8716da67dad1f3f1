package dev.keepwell.metric;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
            SortedMap<String, Boolean> conditions,
            SortedMap<String, Trait> traits) {}

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
            for (var span : Question.spans(metric, Grain.ACCOUNT, days, conventions)) {
                needed.addAll(span.needed());
            }
        }
        var scope = new Scope(workspace, conventions, clock.instant(), needed);
        try (var facts = warehouse.open(scope)) {
            needAtOnce(facts, days, known, asked);
            var sight = Sight.of(facts, days);
            known.forEach(metric ->
                    look(
                            facts,
                            metric,
                            Question.spans(metric, Grain.ACCOUNT, days, conventions),
                            sight));
            asked.stream()
                    .map(conditions::find)
                    .flatMap(Optional::stream)
                    .forEach(condition -> judge(facts, condition, days, sight));
            return sight.seen();
        }
    }

    /// So that what is read of the past is read once, as far back as any of them looks.
    private void needAtOnce(
            Facts facts, List<LocalDate> days, List<Metric> metrics, Collection<String> asked) {
        facts.supply(Span.relation(trailing(days)));
        var reads = new TreeSet<String>();
        metrics.forEach(it -> reads.addAll(it.rules().reads()));
        asked.stream()
                .map(conditions::find)
                .flatMap(Optional::stream)
                .forEach(it -> reads.addAll(it.reads()));
        facts.need(reads);
    }

    private static void look(Facts facts, Metric metric, List<Span> spans, Sight sight) {
        var eye = new Eye(facts, metric);
        var others =
                new Evaluation(facts)
                        .headlines(
                                metric,
                                spans,
                                (asked, span, result) ->
                                        sight.observe(asked, eye.observation(span, result)));
        for (int i = 0; i < others.size(); i++) {
            var span = spans.get(i);
            sight.observeOthers(span.asOf(), eye.observation(span, others.get(i)));
        }
    }

    /// Makes observations of the results of one metric.
    private record Eye(Metric metric, String source, @Nullable LocalDate completeUntil) {

        Eye(Facts facts, Metric metric) {
            var sources = metric.rules().sources();
            this(
                    metric,
                    String.join(", ", sources.stream().map(List::getFirst).toList()),
                    new Feeds(facts.feeds()).watchedUntil(sources).orElse(null));
        }

        Observation observation(Span span, Reading.Result result) {
            if (hasStalled(metric.rules().stallsAfterDays(), completeUntil, span.asOf())) {
                return new Observation.Unknown(metric.name(), Status.SOURCE_MISSING);
            }
            return switch (result) {
                case Reading.Result.None(var status) ->
                        new Observation.Unknown(metric.name(), status);
                case Reading.Result.Value(var status, var value, _, var observedDay) ->
                        new Observation.Measured(
                                metric.name(),
                                status,
                                value.doubleValue(),
                                LocalDate.ofEpochDay(observedDay),
                                source);
            };
        }
    }

    /// A feed that broke says nothing about the customer, so its silence must not be scored.
    private static boolean hasStalled(
            @Nullable Integer afterDays, @Nullable LocalDate completeUntil, LocalDate day) {
        return afterDays != null
                && completeUntil != null
                && completeUntil.plusDays(afterDays).isBefore(day);
    }

    /// The last day on which each metric and condition still had an answer, by name. A feed that
    /// was heard of yesterday may go on tomorrow, so only those are told that can stall.
    public Map<String, LocalDate> heardUntil(
            WorkspaceId workspace, Collection<MetricName> metrics, Collection<String> asked) {
        var conventions = workspaces.conventionsOf(workspace);
        var scope = new Scope(workspace, conventions, clock.instant(), new TreeSet<>());
        var heard = new HashMap<String, LocalDate>();
        try (var facts = warehouse.open(scope)) {
            var feeds = new Feeds(facts.feeds());
            metrics.stream()
                    .map(catalogue::find)
                    .flatMap(Optional::stream)
                    .forEach(it -> {
                        var rules = it.rules();
                        until(feeds, rules.sources(), rules.stallsAfterDays())
                                .ifPresent(day -> heard.put(it.name().value(), day));
                    });
            asked.stream()
                    .map(conditions::find)
                    .flatMap(Optional::stream)
                    .forEach(it ->
                            until(feeds, it.sources(), it.stallsAfterDays())
                                    .ifPresent(day -> heard.put(it.name(), day)));
        }
        return heard;
    }

    private static Optional<LocalDate> until(
            Feeds feeds, List<List<String>> sources, @Nullable Integer stallsAfterDays) {
        return stallsAfterDays == null
                ? Optional.empty()
                : feeds.watchedUntil(sources).map(it -> it.plusDays(stallsAfterDays));
    }

    private static void judge(Facts facts, Condition condition, List<LocalDate> days, Sight sight) {
        if (condition.answers() != Condition.Answers.HOLDS) {
            var traits = new ConditionEvaluation(facts).traits(condition, trailing(days));
            for (int i = 0; i < days.size(); i++) {
                sight.tell(days.get(i), condition.name(), traits.get(i));
            }
            return;
        }
        var completeUntil = new Feeds(facts.feeds()).watchedUntil(condition.sources()).orElse(null);
        var heard =
                days.stream()
                        .filter(it -> !hasStalled(condition.stallsAfterDays(), completeUntil, it))
                        .toList();
        var spans = trailing(heard);
        new ConditionEvaluation(facts)
                .of(condition, spans)
                .ifPresent(holding -> {
                    for (int i = 0; i < heard.size(); i++) {
                        sight.judge(heard.get(i), condition.name(), holding.get(i));
                    }
                });
    }

    private static List<Span> trailing(List<LocalDate> days) {
        return days.stream().map(day -> Span.trailing(day, 1, day)).toList();
    }
}
