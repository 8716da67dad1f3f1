package dev.keepwell.screen.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Rounds the parts of a sum so that what is printed adds up to the printed sum: all are rounded
/// down, and those that lost most get the last digit that is left over.
public final class Printed {

    /// Far finer than anything that is printed, and far from the noise of doubles.
    private static final int SETTLED_DIGITS = 9;

    private Printed() {}

    /// The parts with so many decimals, adding up to `sum`, which has no more of them. The sum may
    /// itself have been rounded, so a part may be off by a digit more than rounding alone explains.
    public static List<BigDecimal> of(List<Double> parts, BigDecimal sum, int decimals) {
        var exact = parts.stream().map(it -> settled(it)).toList();
        var printed =
                new ArrayList<>(
                        exact.stream()
                                .map(it -> it.setScale(decimals, RoundingMode.FLOOR))
                                .toList());
        if (parts.isEmpty()) {
            return printed;
        }
        var kept = printed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var digit = BigDecimal.ONE.movePointLeft(decimals);
        var left = sum.subtract(kept).divide(digit, 0, RoundingMode.HALF_UP).intValue();
        var mostLost =
                IntStream.range(0, parts.size())
                        .boxed()
                        .sorted(Comparator.comparing(it -> printed.get(it).subtract(exact.get(it))))
                        .toList();
        for (int i = 0; i < left; i++) {
            var at = mostLost.get(i % mostLost.size());
            printed.set(at, printed.get(at).add(digit));
        }
        // A rounded sum can lie a digit below what all rounded down come to.
        for (int i = 0; i > left; i--) {
            var at = mostLost.get(Math.floorMod(i - 1, mostLost.size()));
            printed.set(at, printed.get(at).subtract(digit));
        }
        return printed;
    }

    /// The parts with so many decimals, adding up to their own rounded sum.
    public static List<BigDecimal> of(List<Double> parts, int decimals) {
        var sum = settled(parts.stream().mapToDouble(it -> it).sum());
        return of(parts, sum.setScale(decimals, RoundingMode.HALF_UP), decimals);
    }

    private static BigDecimal settled(double value) {
        return BigDecimal.valueOf(value).setScale(SETTLED_DIGITS, RoundingMode.HALF_UP);
    }
}
