package dev.keepwell.health;

import dev.keepwell.metric.MetricName;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Changes that together are enough to reach a border, and the raw score that they lead to.
public record Way(List<Step> steps, BigDecimal score) {

    public Way {
        steps = List.copyOf(steps);
    }

    /// One measure that changes: the points it has and would have, what the score gains, and what
    /// its value would have to be.
    public record Step(
            String group,
            MetricName metric,
            double value,
            BigDecimal points,
            BigDecimal gain,
            Target target) {

        static Optional<Step> to(BigDecimal points, Leverage lever) {
            return lever.points().compareTo(points) >= 0
                    ? Optional.empty()
                    : lever.target(points).map(it -> to(it, lever));
        }

        private static Step to(Target target, Leverage lever) {
            return new Step(
                    lever.group(),
                    lever.metric(),
                    lever.value(),
                    lever.points(),
                    Decimals.settled(lever.gain(target.points())),
                    target);
        }

        BigDecimal cost() {
            return target.points().subtract(points);
        }
    }

    /// The cheapest single step from `raw` over the border, and the cheapest pair that needs both:
    /// those that add the fewest points to measures.
    static List<Way> over(BigDecimal border, BigDecimal raw, List<Step> steps) {
        var single = steps.stream().map(it -> from(raw, List.of(it)));
        var small = steps.stream().filter(it -> !from(raw, List.of(it)).reaches(border)).toList();
        var both = pairs(small).map(it -> from(raw, it));
        return Stream.of(single, both)
                .flatMap(it -> cheapest(it.filter(way -> way.reaches(border))).stream())
                .toList();
    }

    private static Stream<List<Step>> pairs(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i -> steps.stream().skip(i + 1L).map(it -> List.of(steps.get(i), it)));
    }

    private static Way from(BigDecimal raw, List<Step> steps) {
        var score = steps.stream().map(Step::gain).reduce(raw, BigDecimal::add);
        return new Way(steps, score);
    }

    /// Of two that cost the same the one that leads further.
    private static Optional<Way> cheapest(Stream<Way> ways) {
        return ways.min(
                Comparator.comparing(Way::cost)
                        .thenComparing(Way::score, Comparator.reverseOrder()));
    }

    private BigDecimal cost() {
        return steps.stream().map(Step::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Bands act on the score with one decimal.
    private boolean reaches(BigDecimal border) {
        return Decimals.one(score).compareTo(border) >= 0;
    }
}
