package dev.keepwell.metric;

import dev.keepwell.metric.Folds.Fold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from a value back to the rows that make it.
public record Trail(Metric metric, Grain grain, List<Trace> rows) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal EXACT = new BigDecimal("1e-9");

    public Trail {
        rows = List.copyOf(rows);
    }

    /// The value of a line, from nothing but the rows. Empty where there are none, where they have
    /// no value, or where the formula is more than a sum of rows.
    public Optional<BigDecimal> recomputed(String component) {
        var own = rows.stream().filter(it -> it.component().equals(component)).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var parts =
                metric.kind().columns().stream()
                        .map(part ->
                                folded(own.stream().filter(it -> it.part().equals(part)).toList()))
                        .toList();
        return parts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : metric.kind().valueOf(parts.stream().map(Optional::orElseThrow).toList());
    }

    private Optional<BigDecimal> folded(List<Trace> part) {
        if (metric.kind() instanceof Kind.Distinct) {
            return Optional.of(
                    BigDecimal.valueOf(part.stream().map(Trace::item).distinct().count()));
        }
        return switch (metric.queries().rows().folds().at(grain)) {
            case SUM -> Optional.of(sum(part));
            case MAX -> part.stream().map(Trace::amount).max(Comparator.naturalOrder());
            case MEDIAN -> median(part.stream().map(Trace::amount).sorted().toList());
            case SURVIVAL -> survived(part);
            case INPUTS -> Optional.empty();
        };
    }

    private static BigDecimal sum(List<Trace> part) {
        var counted = new HashSet<@Nullable String>();
        return part.stream()
                .filter(it -> it.item() == null || counted.add(it.item()))
                .map(Trace::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> median(List<BigDecimal> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        var low = sorted.get((sorted.size() - 1) / 2);
        var high = sorted.get(sorted.size() / 2);
        return Optional.of(low.add(high).multiply(HALF));
    }

    /// The first day on which no more than half are still there, after Kaplan and Meier.
    private static Optional<BigDecimal> survived(List<Trace> cases) {
        var alive = BigDecimal.ONE;
        for (var day : cases.stream().map(Trace::amount).distinct().sorted().toList()) {
            var atRisk = cases.stream().filter(it -> it.amount().compareTo(day) >= 0).count();
            var ended =
                    cases.stream()
                            .filter(it -> it.ended() && it.amount().compareTo(day) == 0)
                            .count();
            alive =
                    alive.multiply(BigDecimal.valueOf(atRisk - ended))
                            .divide(BigDecimal.valueOf(atRisk), MathContext.DECIMAL128);
            if (alive.compareTo(new BigDecimal("0.500000000001")) <= 0) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /// Whether the rows make the value of a reading, where they claim to.
    ///
    /// Without a value there is nothing to make; without rows there was nothing, which is zero. A
    /// line beside the headline need not tell its rows.
    public boolean explains(Reading reading) {
        var value = reading.value();
        var isTold = rows.stream().anyMatch(it -> it.component().equals(reading.component()));
        if (metric.queries().rows().folds().at(grain) == Fold.INPUTS || value.isEmpty()) {
            return true;
        }
        if (!isTold) {
            return !reading.component().isEmpty() || value.get().signum() == 0;
        }
        return recomputed(reading.component()).filter(it -> isSame(it, value.get())).isPresent();
    }

    private static boolean isSame(BigDecimal one, BigDecimal other) {
        var size = one.abs().max(BigDecimal.ONE);
        return one.subtract(other).abs().compareTo(size.multiply(EXACT)) <= 0;
    }
}
