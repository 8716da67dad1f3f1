package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.MetricName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the scores of the present day rest on, so that other models can be tried on it: all facts,
/// where the bands stood the evening before, and how each account stands under the model in force.
///
/// `total` is how many accounts have a score; a sample holds fewer.
record Ground(
        LocalDate day,
        int version,
        int total,
        Known known,
        List<Stand> stands,
        Map<AccountId, State> states) {

    Ground {
        stands = List.copyOf(stands);
    }

    /// One account: what is known of it, and what came of that.
    record Stand(Facts facts, Prospect.Standing standing) {}

    /// A value that a curve compares with others: its own before, or those of peers.
    record Comparison(MetricName metric, String with) {

        static Stream<Comparison> of(Model.Measure it) {
            return switch (it.curve()) {
                case Curve.Trend(var days, _) ->
                        Stream.of(
                                new Comparison(it.metric(), "itself %d days ago".formatted(days)));
                case Curve.Percentile(var peers, _) ->
                        Stream.of(new Comparison(it.metric(), "peers: " + peers));
                case Curve.Drawn _, Curve.ByAge _ -> Stream.of();
            };
        }
    }

    /// What somebody has looked at, also where it said nothing.
    record Known(Set<MetricName> metrics, Set<String> conditions, Set<Comparison> comparisons) {

        static Known of(Model model) {
            return new Known(
                    Set.copyOf(model.metrics()),
                    Set.copyOf(model.conditions()),
                    model.everyMeasure()
                            .flatMap(Comparison::of)
                            .collect(Collectors.toUnmodifiableSet()));
        }

        boolean covers(Known asked) {
            return metrics.containsAll(asked.metrics)
                    && conditions.containsAll(asked.conditions)
                    && comparisons.containsAll(asked.comparisons);
        }

        /// A metric is compared in one way at a time, and the newer way takes the place of the
        /// older.
        Known and(Known more) {
            var metrics = new HashSet<>(this.metrics);
            var conditions = new HashSet<>(this.conditions);
            var comparisons = new HashSet<>(more.comparisons);
            var newer = more.comparisons.stream().map(Comparison::metric).toList();
            metrics.addAll(more.metrics);
            conditions.addAll(more.conditions);
            this.comparisons.stream()
                    .filter(it -> !newer.contains(it.metric()))
                    .forEach(comparisons::add);
            return new Known(metrics, conditions, comparisons);
        }
    }

    Collection<Facts> facts() {
        return stands.stream().map(Stand::facts).toList();
    }

    /// The same with what was looked at since. An account of which nothing was seen has gaps.
    Ground with(Known more, Map<AccountId, Facts> seen) {
        var richer = new ArrayList<Stand>(stands.size());
        for (var it : stands) {
            var extra = seen.get(it.facts().account());
            var facts = extra == null ? it.facts() : merged(it.facts(), extra);
            richer.add(new Stand(facts, it.standing()));
        }
        return new Ground(day, version, total, known.and(more), richer, states);
    }

    /// What was judged by counts. Only comparisons are those that were asked for last.
    private static Facts merged(Facts facts, Facts extra) {
        var observations = new TreeMap<>(extra.observations());
        var conditions = new TreeMap<>(extra.conditions());
        var traits = new TreeMap<>(extra.beside().traits());
        var baselines = new TreeMap<>(facts.beside().baselines());
        var standings = new TreeMap<>(facts.beside().standings());
        observations.putAll(facts.observations());
        conditions.putAll(facts.conditions());
        traits.putAll(facts.beside().traits());
        baselines.putAll(extra.beside().baselines());
        standings.putAll(extra.beside().standings());
        var beside = new Circumstances(traits, baselines, standings, facts.beside().override());
        return new Facts(facts.account(), facts.day(), observations, conditions, beside);
    }
}
