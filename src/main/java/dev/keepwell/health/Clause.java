package dev.keepwell.health;

import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation.Measured;
import dev.keepwell.metric.Trait;
import java.util.stream.Stream;

/// What a cap or a profile asks of the facts. A fact that nobody observed never holds.
public sealed interface Clause {

    boolean holds(Facts facts);

    /// As it is written in a model: `max_days_past_due > 30`.
    String text();

    /// A metric compared with a number: `max_days_past_due > 30`.
    record Compares(MetricName metric, Comparison comparison, double bound) implements Clause {

        @Override
        public boolean holds(Facts facts) {
            return facts.observation(metric) instanceof Measured measured
                    && Facts.isScorable(measured.status())
                    && comparison.holds(measured.value(), bound);
        }

        @Override
        public String text() {
            return "%s %s %s".formatted(metric, comparison.sign, Decimals.plain(bound));
        }
    }

    /// A number that an account has on the day, compared: `tenure_days < 90`.
    record Counts(String trait, Comparison comparison, double bound) implements Clause {

        @Override
        public boolean holds(Facts facts) {
            return facts.beside().traits().get(trait) instanceof Trait.Count(var value)
                    && comparison.holds((double) value, bound);
        }

        @Override
        public String text() {
            return "%s %s %s".formatted(trait, comparison.sign, Decimals.plain(bound));
        }
    }

    /// A word that an account has on the day: `segment = Enterprise`.
    record Is(String trait, String word) implements Clause {

        @Override
        public boolean holds(Facts facts) {
            var has = facts.beside().traits().get(trait);
            return has != null && has.text().equals(word);
        }

        @Override
        public String text() {
            return "%s = %s".formatted(trait, word.contains(" ") ? '"' + word + '"' : word);
        }
    }

    /// A condition that was observed to hold: `cancel_notice`.
    record Holds(String condition) implements Clause {

        @Override
        public boolean holds(Facts facts) {
            return facts.conditions().getOrDefault(condition, false);
        }

        @Override
        public String text() {
            return condition;
        }
    }

    /// The conditions and traits that it asks about.
    default Stream<String> asked() {
        return switch (this) {
            case Compares _ -> Stream.of();
            case Counts(var trait, _, _) -> Stream.of(trait);
            case Is(var trait, _) -> Stream.of(trait);
            case Holds(var condition) -> Stream.of(condition);
        };
    }

    /// The metric whose observation it needs, if any.
    default Stream<MetricName> metrics() {
        return this instanceof Compares(var metric, _, _) ? Stream.of(metric) : Stream.of();
    }

    /// The ways to compare with a number.
    enum Comparison {
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
}
