package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.GroupScore;
import dev.keepwell.health.MeasureScore;
import dev.keepwell.metric.MetricName;
import dev.keepwell.screen.frame.Printed;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The parts of a score as they are printed: measures add up to their group and groups to the
/// score, to the last digit that is shown, and what is lost is what is missing to the weight.
record PrintedScore(Map<String, Parts> groups, Map<MetricName, Parts> measures, Parts sum) {

    private static final int DIGITS = 2;
    private static final double HUNDRED = 100;

    /// What a part weighs in a score of a hundred, and what it brings.
    record Parts(BigDecimal weight, BigDecimal contribution) {

        BigDecimal lost() {
            return weight.subtract(contribution);
        }

        Parts plus(Parts other) {
            return new Parts(weight.add(other.weight), contribution.add(other.contribution));
        }
    }

    static PrintedScore of(Anatomy anatomy) {
        var all = anatomy.groups();
        var weights = Printed.of(each(all, it -> weight(it) * HUNDRED), DIGITS);
        var contributions = Printed.of(each(all, GroupScore::contribution), DIGITS);
        var groups = new HashMap<String, Parts>();
        var measures = new HashMap<MetricName, Parts>();
        var sum = new Parts(BigDecimal.ZERO, BigDecimal.ZERO);
        for (int i = 0; i < all.size(); i++) {
            var parts = new Parts(weights.get(i), contributions.get(i));
            groups.put(all.get(i).group(), parts);
            addMeasures(measures, all.get(i).measures(), parts);
            sum = sum.plus(parts);
        }
        return new PrintedScore(groups, measures, sum);
    }

    Parts of(GroupScore group) {
        return groups.getOrDefault(group.group(), sum);
    }

    Parts of(MeasureScore measure) {
        return measures.getOrDefault(measure.metric(), sum);
    }

    private static void addMeasures(
            Map<MetricName, Parts> measures, List<MeasureScore> all, Parts group) {
        // A measure that does not count takes part in no rounding either.
        var counted = all.stream().filter(it -> it.effectiveWeight() > 0).toList();
        all.forEach(it -> measures.put(it.metric(), new Parts(BigDecimal.ZERO, BigDecimal.ZERO)));
        var weights =
                Printed.of(
                        each(counted, it -> it.effectiveWeight() * HUNDRED),
                        group.weight(),
                        DIGITS);
        var contributions =
                Printed.of(each(counted, MeasureScore::contribution), group.contribution(), DIGITS);
        keepWithin(contributions, weights);
        for (int i = 0; i < counted.size(); i++) {
            measures.put(counted.get(i).metric(), new Parts(weights.get(i), contributions.get(i)));
        }
    }

    /// Two roundings can make a measure bring more than it weighs. Then the last digit goes to one
    /// that has room for it.
    private static void keepWithin(List<BigDecimal> contributions, List<BigDecimal> weights) {
        var digit = BigDecimal.ONE.movePointLeft(DIGITS);
        for (int i = 0; i < weights.size(); i++) {
            if (contributions.get(i).compareTo(weights.get(i)) > 0) {
                contributions.set(i, contributions.get(i).subtract(digit));
                IntStream.range(0, weights.size())
                        .filter(it -> contributions.get(it).compareTo(weights.get(it)) < 0)
                        .boxed()
                        .max(
                                Comparator.comparing(
                                        it -> weights.get(it).subtract(contributions.get(it))))
                        .ifPresent(it -> contributions.set(it, contributions.get(it).add(digit)));
            }
        }
    }

    private static double weight(GroupScore group) {
        return group.isUsed() ? group.effectiveWeight() : 0;
    }

    private static <T> List<Double> each(List<T> all, ToDoubleFunction<T> number) {
        return all.stream().mapToDouble(number).boxed().toList();
    }
}
