package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.Observation.Measured;
import dev.keepwell.metric.Trait;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// How the value of a metric becomes points from 0 to 100.
public sealed interface Curve {

    /// The drawn curve that decides for this account on this day, and where on it the account
    /// stands; nothing when the curve looks at something that is not known.
    Optional<Spot> spot(Facts facts, Measured measured);

    /// What the value is compared with; nothing where it stands for itself.
    default String comparedWith() {
        return switch (this) {
            case Drawn _ -> "";
            case ByAge _ -> "";
            case Percentile(var peers, _) ->
                    peers == Percentile.Peers.ALL ? "all accounts" : "its segment";
            case Trend(var days, _) -> "itself %d days before".formatted(days);
        };
    }

    /// A curve as it is drawn, and the place of an account on it: `x` is the value of the metric in
    /// the given unit, or what the curve looks at instead, which is in no unit at all.
    record Spot(Drawn curve, double x, double unit) {

        Spot(Drawn curve, double x) {
            this(curve, x, 1);
        }

        OptionalDouble points() {
            return curve.points(x);
        }
    }

    /// A curve that looks at the value and at nothing else, so that it can be drawn.
    sealed interface Drawn extends Curve {

        /// Nothing when the curve has no answer for this value, which is not the same as no points.
        OptionalDouble points(double value);

        @Override
        default Optional<Spot> spot(Facts facts, Measured measured) {
            return Optional.of(new Spot(this, measured.value()));
        }
    }

    /// From `x` on, or exactly at `x`, there are `y` points.
    record Knot(double x, double y) {

        public Knot {
            if (Double.isNaN(x) || !(0 <= y && y <= Decimals.FULL_MARKS)) {
                throw broken("Points lie between 0 and 100, but got %s at %s.".formatted(y, x));
            }
        }
    }

    /// Straight lines between knots, level beyond the first and the last.
    record Linear(List<Knot> knots) implements Drawn {

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
    record Steps(List<Knot> thresholds) implements Drawn {

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
    record Category(List<Knot> values) implements Drawn {

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
    record Identity() implements Drawn {

        @Override
        public OptionalDouble points(double value) {
            return Double.isNaN(value)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Decimals.clamped(value));
        }
    }

    /// The share of its peers that an account leaves behind, among those whose values were frozen
    /// when the quarter began: if peers moved along, a resting account would drift. With too few
    /// peers the other curve decides.
    record Percentile(Peers peers, Drawn withoutPeers) implements Curve {

        /// So many make a distribution.
        public static final int PEERS_AT_LEAST = 20;

        /// Whom an account is compared with.
        public enum Peers {
            ALL,
            SEGMENT
        }

        Stream<String> asked() {
            return peers == Peers.SEGMENT ? Stream.of(SEGMENT) : Stream.of();
        }

        @Override
        public Optional<Spot> spot(Facts facts, Measured measured) {
            var standing = facts.beside().standings().get(measured.metric());
            return Optional.of(
                    standing == null || standing.count() < PEERS_AT_LEAST
                            ? new Spot(withoutPeers, measured.value())
                            : new Spot(new Identity(), standing.percentile(), Double.NaN));
        }
    }

    /// The value as a multiple of what it was so many days before on the same account.
    record Trend(int days, Drawn ofRatio) implements Curve {

        public Trend {
            if (days < 1 || days > DAYS_MAX) {
                throw broken("A trend looks back 1 to 3650 days, but got %d.".formatted(days));
            }
        }

        @Override
        public Optional<Spot> spot(Facts facts, Measured measured) {
            return facts.beside().baselines().get(measured.metric())
                                    instanceof Measured(_, var status, var before, _, _)
                            && Facts.isScorable(status)
                            && before != 0
                    ? Optional.of(new Spot(ofRatio, measured.value() / before, before))
                    : Optional.empty();
        }
    }

    /// Another curve for each age of the account: what is little after a year is much after a week.
    record ByAge(List<Stage> stages, Drawn afterwards) implements Curve {

        /// The trait that tells the age.
        static final String AGE = "tenure_days";

        /// What decides while the account is younger than `untilDay`.
        public record Stage(int untilDay, Drawn curve) {}

        public ByAge {
            stages = List.copyOf(stages);
            var last = 0;
            for (var stage : stages) {
                if (stage.untilDay() <= last || stage.untilDay() > DAYS_MAX) {
                    throw broken("The ages of a curve rise, from day 1 to day 3650.");
                }
                last = stage.untilDay();
            }
        }

        @Override
        public Optional<Spot> spot(Facts facts, Measured measured) {
            return facts.beside().traits().get(AGE) instanceof Trait.Count(var days)
                    ? Optional.of(new Spot(at(days), measured.value()))
                    : Optional.empty();
        }

        private Drawn at(long days) {
            return stages.stream()
                    .filter(it -> days < it.untilDay())
                    .findFirst()
                    .map(Stage::curve)
                    .orElse(afterwards);
        }
    }

    /// Ten years, which is more than most workspaces have.
    int DAYS_MAX = 3650;

    /// The trait that tells the peers.
    String SEGMENT = "segment";

    private static Refusal broken(String rule) {
        return Refusal.invalid("model_curve", rule);
    }
}
