package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation.Measured;
import java.util.List;
import java.util.stream.Stream;

/// A fact that no good score may hide: while every clause holds, the band is `atMost` this.
public record Cap(String name, List<Clause> when, Band atMost, String says) {

    public Cap {
        Model.checkName("cap", name);
        when = List.copyOf(when);
        if (atMost != Band.RED && atMost != Band.YELLOW) {
            throw Refusal.invalid(
                    "model_cap", "A cap is at_most yellow or red, but got %s.".formatted(atMost));
        }
    }

    /// What a cap asks of the facts. A fact that nobody observed never triggers one.
    public sealed interface Clause {

        boolean holds(Facts facts);

        /// A metric compared with a number: `max_days_past_due > 30`.
        record Compares(MetricName metric, Comparison comparison, double bound) implements Clause {

            @Override
            public boolean holds(Facts facts) {
                return facts.observation(metric) instanceof Measured measured
                        && Facts.isScorable(measured.status())
                        && comparison.holds(measured.value(), bound);
            }
        }

        /// A condition that was observed to hold: `cancel_notice`.
        record Holds(String condition) implements Clause {

            @Override
            public boolean holds(Facts facts) {
                return facts.conditions().getOrDefault(condition, false);
            }
        }
    }

    /// The ways to compare a metric with a number.
    public enum Comparison {
        ABOVE(">"),
        AT_LEAST(">="),
        BELOW("<"),
        AT_MOST("<=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        static Comparison of(String sign) {
            return Stream.of(values()).filter(it -> it.sign.equals(sign)).findFirst().orElseThrow();
        }

        boolean holds(double value, double bound) {
            return switch (this) {
                case ABOVE -> value > bound;
                case AT_LEAST -> value >= bound;
                case BELOW -> value < bound;
                case AT_MOST -> value <= bound;
            };
        }
    }

    boolean isActive(Facts facts) {
        return when.stream().allMatch(it -> it.holds(facts));
    }
}
