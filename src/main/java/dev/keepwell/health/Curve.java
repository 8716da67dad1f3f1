package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import java.util.List;
import java.util.OptionalDouble;

/// How the value of a metric becomes points from 0 to 100.
public sealed interface Curve {

    /// Nothing when the curve has no answer for this value, which is not the same as no points.
    OptionalDouble points(double value);

    /// From `x` on, or exactly at `x`, there are `y` points.
    record Knot(double x, double y) {

        public Knot {
            if (Double.isNaN(x) || !(0 <= y && y <= Decimals.FULL_MARKS)) {
                throw broken("Points lie between 0 and 100, but got %s at %s.".formatted(y, x));
            }
        }
    }

    /// Straight lines between knots, level beyond the first and the last.
    record Linear(List<Knot> knots) implements Curve {

        public Linear {
            knots = List.copyOf(knots);
            if (knots.size() < 2 || !Double.isFinite(knots.getFirst().x())) {
                throw broken("A curve needs at least two knots.");
            }
            for (int i = 1; i < knots.size(); i++) {
                if (!(knots.get(i - 1).x() < knots.get(i).x())) {
                    throw broken("The values of a curve's knots rise from left to right.");
                }
            }
        }

        @Override
        public OptionalDouble points(double value) {
            if (Double.isNaN(value)) {
                return OptionalDouble.empty();
            }
            if (value <= knots.getFirst().x()) {
                return OptionalDouble.of(knots.getFirst().y());
            }
            for (int i = 1; i < knots.size(); i++) {
                if (value <= knots.get(i).x()) {
                    return OptionalDouble.of(between(knots.get(i - 1), knots.get(i), value));
                }
            }
            return OptionalDouble.of(knots.getLast().y());
        }

        private static double between(Knot left, Knot right, double value) {
            if (value == right.x()) {
                return right.y();
            }
            var share = (value - left.x()) / (right.x() - left.x());
            return Decimals.clamped(left.y() + share * (right.y() - left.y()));
        }
    }

    /// Thresholds from high to low: the first that the value reaches gives the points.
    record Steps(List<Knot> thresholds) implements Curve {

        public Steps {
            thresholds = List.copyOf(thresholds);
            if (thresholds.isEmpty() || thresholds.getLast().x() != Double.NEGATIVE_INFINITY) {
                throw broken("Steps end with 'otherwise', so that every value has points.");
            }
            for (int i = 1; i < thresholds.size(); i++) {
                if (!(thresholds.get(i - 1).x() > thresholds.get(i).x())) {
                    throw broken("Steps go from the highest threshold to the lowest.");
                }
            }
        }

        @Override
        public OptionalDouble points(double value) {
            return thresholds.stream()
                    .filter(it -> value >= it.x())
                    .mapToDouble(Knot::y)
                    .findFirst();
        }
    }

    /// Points for each of a few values, such as the three colours of a pulse.
    record Category(List<Knot> values) implements Curve {

        public Category {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw broken("A category curve names at least one value.");
            }
            if (values.stream().map(Knot::x).distinct().count() < values.size()) {
                throw broken("A category curve names each value once.");
            }
        }

        @Override
        public OptionalDouble points(double value) {
            return values.stream().filter(it -> it.x() == value).mapToDouble(Knot::y).findFirst();
        }
    }

    /// For metrics that are points already.
    record Identity() implements Curve {

        @Override
        public OptionalDouble points(double value) {
            return Double.isNaN(value)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Decimals.clamped(value));
        }
    }

    private static Refusal broken(String rule) {
        return Refusal.invalid("model_curve", rule);
    }
}
