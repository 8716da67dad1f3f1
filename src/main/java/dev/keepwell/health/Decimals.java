package dev.keepwell.health;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How scores are rounded, in one place, because bands and caps act on the result.
final class Decimals {

    static final double FULL_MARKS = 100;

    /// Sums of doubles carry noise in about the fourteenth digit. Nine decimals are far from that
    /// noise, and far finer than anything that is judged.
    private static final int SETTLED_DIGITS = 9;

    private Decimals() {}

    /// Without binary noise, so that 0.5 reached as 0.1 + 0.4 passes a floor of 0.5.
    static double settled(double value) {
        return decimal(value).doubleValue();
    }

    /// An exact result without the digits that only a division left behind.
    static BigDecimal settled(BigDecimal value) {
        var shortest = value.setScale(SETTLED_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    static BigDecimal one(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP);
    }

    /// As short as it can be written: `30`, `0.02`.
    static String plain(double value) {
        return settled(BigDecimal.valueOf(value)).toPlainString();
    }

    /// One decimal, half up. Settles first: a score of 74.95 that arrives as 74.94999999999999
    /// would otherwise be yellow on one machine's order of adding and green on another's.
    static double one(double value) {
        return decimal(value).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }

    /// Keeps a weighted mean inside 0 to 100, which it can leave by the last binary digit only.
    static double clamped(double score) {
        return Math.clamp(score, 0, FULL_MARKS);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(SETTLED_DIGITS, RoundingMode.HALF_UP);
    }
}
