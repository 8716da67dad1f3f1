package dev.keepwell.health;

import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each measure of a score weighs at present, in exact fractions: how far the score moves when
/// the measure does, as long as nothing else changes.
record Leverage(
        String group,
        MetricName metric,
        double value,
        BigDecimal points,
        Fraction share,
        Curve.Spot spot) {

    static final BigDecimal FULL_MARKS = BigDecimal.valueOf(Decimals.FULL_MARKS);

    /// A share of the score, divided last: thirty of a hundred times thirty of a hundred is nine
    /// hundredths, to the last digit.
    record Fraction(BigDecimal numerator, BigDecimal denominator) {

        BigDecimal of(BigDecimal points) {
            return points.multiply(numerator).divide(denominator, MathContext.DECIMAL128);
        }

        /// How many points of the measure make so many points of the score.
        BigDecimal under(BigDecimal ofScore) {
            return ofScore.multiply(denominator).divide(numerator, MathContext.DECIMAL128);
        }
    }

    /// The measures that take part in the score, in the order of the model.
    static Stream<Leverage> of(Anatomy anatomy, Model model) {
        var used = anatomy.groups().stream().filter(GroupScore::isUsed).toList();
        var weight = used.stream().map(it -> decimal(it.weight())).reduce(BigDecimal::add);
        var curves =
                model.measures()
                        .collect(Collectors.toMap(Model.Measure::metric, Model.Measure::curve));
        var seen = new Seen(anatomy.facts(), curves);
        return used.stream()
                .flatMap(group -> of(group, weight.orElse(BigDecimal.ZERO), seen))
                .filter(it -> it.share.numerator().signum() > 0);
    }

    /// The curves of a model, and the facts that they look at.
    private record Seen(Facts facts, Map<MetricName, Curve> curves) {

        Optional<Curve.Spot> spot(Observation observation) {
            var curve = curves.get(observation.metric());
            return curve != null && observation instanceof Observation.Measured measured
                    ? curve.spot(facts, measured)
                    : Optional.empty();
        }
    }

    private static Stream<Leverage> of(GroupScore group, BigDecimal used, Seen seen) {
        var present =
                group.measures().stream()
                        .map(it -> decimal(it.presentWeight()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var whole = used.multiply(present);
        return group.measures().stream()
                .flatMap(it ->
                        seen.spot(it.observation()).stream()
                                .flatMap(spot -> of(it, spot, share(group, it, whole), group)));
    }

    private static Stream<Leverage> of(
            MeasureScore measure, Curve.Spot spot, Fraction share, GroupScore group) {
        return measure.part() instanceof MeasureScore.Part.Counted(var points, _, _)
                        && measure.observation() instanceof Observation.Measured measured
                ? Stream.of(
                        new Leverage(
                                group.group(),
                                measure.metric(),
                                measured.value(),
                                decimal(points),
                                share,
                                spot))
                : Stream.empty();
    }

    private static Fraction share(GroupScore group, MeasureScore measure, BigDecimal whole) {
        return new Fraction(
                decimal(group.weight()).multiply(decimal(measure.presentWeight())), whole);
    }

    /// What the score gains when the measure goes to so many points.
    BigDecimal gain(BigDecimal to) {
        return share.of(to.subtract(points));
    }

    /// What the measure takes from the score by not having all points.
    BigDecimal lost() {
        return gain(FULL_MARKS);
    }

    BigDecimal contribution() {
        return share.of(points);
    }

    /// The value of the metric at which its curve gives so many points.
    Optional<Target> target(BigDecimal wanted) {
        return Target.of(spot.curve(), wanted, spot.x()).flatMap(it -> it.inUnitsOf(spot));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }
}
