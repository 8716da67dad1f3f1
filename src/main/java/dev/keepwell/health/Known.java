package dev.keepwell.health;

import dev.keepwell.metric.MetricName;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody has looked at, also where it said nothing.
record Known(Set<MetricName> metrics, Set<String> conditions, Set<Comparison> comparisons) {

    /// A metric that a curve compares, and what with.
    record Comparison(MetricName metric, String with) {}

    static Known of(Model model) {
        return new Known(
                Set.copyOf(model.metrics()),
                Set.copyOf(model.conditions()),
                model.everyMeasure()
                        .flatMap(Known::comparison)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<Comparison> comparison(Model.Measure it) {
        var with = it.curve().comparedWith();
        return with.isEmpty() ? Stream.of() : Stream.of(new Comparison(it.metric(), with));
    }

    boolean covers(Known asked) {
        return metrics.containsAll(asked.metrics)
                && conditions.containsAll(asked.conditions)
                && comparisons.containsAll(asked.comparisons);
    }

    /// A metric is compared in one way at a time, and the newer way takes the place of the older.
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
