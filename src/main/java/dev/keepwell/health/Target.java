package dev.keepwell.health;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The value at which a curve first gives enough points, seen from the value that there is: what an
/// account would have to reach, and the points that it has there. Steps and categories jump past
/// what was asked for.
public record Target(Side side, BigDecimal value, BigDecimal points) {

    /// On which side of the value it is enough.
    public enum Side {
        AT_LEAST,
        AT_MOST,
        /// Steps belong to their upper border, so what lies under one is below it.
        BELOW,
        EXACTLY
    }

    /// The nearest value that is worth `points`; nothing when the curve never gives as many. `from`
    /// is a value that is worth fewer.
    static Optional<Target> of(Curve.Drawn curve, BigDecimal points, double from) {
        return switch (curve) {
            case Curve.Linear(var knots) ->
                    nearest(
                            from,
                            Stream.concat(
                                    rising(knots, points, from), falling(knots, points, from)));
            case Curve.Steps(var thresholds) -> nearest(from, steps(thresholds, points, from));
            case Curve.Category(var values) -> category(values, points);
            case Curve.Identity() ->
                    isEnough(Decimals.FULL_MARKS, points)
                            ? Optional.of(new Target(Side.AT_LEAST, points, points))
                            : Optional.empty();
        };
    }

    /// The same as a value of the metric, where the curve looked at something else. A place among
    /// peers is no value that an account could aim for by itself.
    Optional<Target> inUnitsOf(Curve.Spot spot) {
        if (spot.unit() == 1) {
            return Optional.of(this);
        }
        var turned =
                switch (side) {
                    case AT_LEAST -> Side.AT_MOST;
                    case AT_MOST, BELOW -> Side.AT_LEAST;
                    case EXACTLY -> Side.EXACTLY;
                };
        return Double.isNaN(spot.unit())
                ? Optional.empty()
                : Optional.of(
                        new Target(
                                spot.unit() < 0 ? turned : side,
                                Decimals.settled(value.multiply(BigDecimal.valueOf(spot.unit()))),
                                points));
    }

    /// To the right of `from`, where a line first climbs to the points.
    private static Stream<Target> rising(List<Curve.Knot> knots, BigDecimal points, double from) {
        return IntStream.range(1, knots.size())
                .filter(i -> knots.get(i).x() > from && isEnough(knots.get(i).y(), points))
                .mapToObj(i -> crossing(knots.get(i - 1), knots.get(i), points))
                .limit(1)
                .map(it -> new Target(Side.AT_LEAST, it, points));
    }

    /// To the left of `from`, from where on the points are lost.
    private static Stream<Target> falling(List<Curve.Knot> knots, BigDecimal points, double from) {
        return IntStream.iterate(knots.size() - 1, i -> i > 0, i -> i - 1)
                .filter(i -> knots.get(i - 1).x() < from && isEnough(knots.get(i - 1).y(), points))
                .mapToObj(i -> crossing(knots.get(i - 1), knots.get(i), points))
                .limit(1)
                .map(it -> new Target(Side.AT_MOST, it, points));
    }

    private static BigDecimal crossing(Curve.Knot left, Curve.Knot right, BigDecimal points) {
        var x = BigDecimal.valueOf(left.x());
        var y = BigDecimal.valueOf(left.y());
        var width = BigDecimal.valueOf(right.x()).subtract(x);
        var height = BigDecimal.valueOf(right.y()).subtract(y);
        var way = points.subtract(y).multiply(width).divide(height, MathContext.DECIMAL128);
        return Decimals.settled(x.add(way));
    }

    /// Thresholds fall from left to right in the list, and each is worth its points up to the one
    /// before it.
    private static Stream<Target> steps(
            List<Curve.Knot> thresholds, BigDecimal points, double from) {
        return IntStream.range(0, thresholds.size())
                .filter(i -> isEnough(thresholds.get(i).y(), points))
                .mapToObj(i ->
                        thresholds.get(i).x() > from
                                ? at(Side.AT_LEAST, thresholds.get(i).x(), thresholds.get(i).y())
                                : at(Side.BELOW, thresholds.get(i - 1).x(), thresholds.get(i).y()));
    }

    private static Optional<Target> category(List<Curve.Knot> values, BigDecimal points) {
        return values.stream()
                .filter(it -> isEnough(it.y(), points))
                .min(Comparator.comparingDouble(Curve.Knot::y))
                .map(it -> at(Side.EXACTLY, it.x(), it.y()));
    }

    private static Target at(Side side, double value, double points) {
        return new Target(side, BigDecimal.valueOf(value), BigDecimal.valueOf(points));
    }

    private static Optional<Target> nearest(double from, Stream<Target> found) {
        return found.min(Comparator.comparingDouble(it -> Math.abs(it.value.doubleValue() - from)));
    }

    private static boolean isEnough(double y, BigDecimal points) {
        return BigDecimal.valueOf(y).compareTo(points) >= 0;
    }
}
