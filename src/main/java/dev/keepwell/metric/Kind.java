package dev.keepwell.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// How a metric's parts become its value, and how the values of accounts become that of a group.
///
/// Groups add the parts and only then divide. There is no mean of ratios.
public sealed interface Kind {

    /// As a metric file writes it.
    default String word() {
        return switch (this) {
            case Amount _ -> "amount";
            case Count _ -> "count";
            case Distinct _ -> "distinct";
            case Latest _ -> "latest";
            case Ratio(var times) -> times == 1 ? "ratio" : "percentage";
            case Balance _ -> "balance-of-answers";
        };
    }

    /// The numeric columns that the query returns.
    default List<String> columns() {
        return List.of("value");
    }

    /// Empty when there is nothing to divide by.
    default Optional<BigDecimal> valueOf(List<BigDecimal> parts) {
        return Optional.of(parts.getFirst());
    }

    /// How sure the value is, where the kind has a formula for it. `wilson` says that the parts are
    /// cases among cases.
    default Optional<Interval> intervalOf(List<BigDecimal> parts, boolean wilson) {
        return Optional.empty();
    }

    /// Whether a group's parts are the sums of its accounts' parts. Distinct people are not: one
    /// who serves two accounts is one person.
    default boolean adds() {
        return true;
    }

    /// Money.
    record Amount() implements Kind {}

    /// Things that happened.
    record Count() implements Kind {}

    /// Different people or things, counted again for every group.
    record Distinct() implements Kind {

        @Override
        public boolean adds() {
            return false;
        }
    }

    /// A state of one account that no sum describes.
    record Latest() implements Kind {

        @Override
        public boolean adds() {
            return false;
        }
    }

    /// One sum over another; `times` is 100 where the field writes the share out of a hundred.
    record Ratio(int times) implements Kind {

        @Override
        public List<String> columns() {
            return List.of("numerator", "denominator");
        }

        @Override
        public Optional<BigDecimal> valueOf(List<BigDecimal> parts) {
            if (parts.getLast().signum() == 0) {
                return Optional.empty();
            }
            var scaled = parts.getFirst().multiply(BigDecimal.valueOf(times));
            return Optional.of(scaled.divide(parts.getLast(), MathContext.DECIMAL64));
        }

        @Override
        public Optional<Interval> intervalOf(List<BigDecimal> parts, boolean wilson) {
            return wilson
                    ? Interval.wilson(parts.getFirst().doubleValue(), parts.getLast().doubleValue())
                            .map(it -> it.times(times))
                    : Optional.empty();
        }
    }

    /// Answers for less answers against, per hundred answers: the net promoter score.
    record Balance() implements Kind {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        @Override
        public List<String> columns() {
            return List.of("promoters", "detractors", "answers");
        }

        @Override
        public Optional<BigDecimal> valueOf(List<BigDecimal> parts) {
            if (parts.getLast().signum() == 0) {
                return Optional.empty();
            }
            var balance = parts.getFirst().subtract(parts.get(1)).multiply(HUNDRED);
            return Optional.of(balance.divide(parts.getLast(), MathContext.DECIMAL64));
        }

        @Override
        public Optional<Interval> intervalOf(List<BigDecimal> parts, boolean wilson) {
            return Interval.balance(
                    parts.getFirst().doubleValue(),
                    parts.get(1).doubleValue(),
                    parts.getLast().doubleValue());
        }
    }
}
