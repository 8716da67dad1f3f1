package dev.keepwell.recount;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What the recount says: the parts of a value, of which two are a fraction, or why there is none.
/// Written out, so that two answers compare and a difference can be read.
record Answer(String words) {

    private static final int DIGITS = 8;

    static final Answer MISSING_RATE = new Answer("SOURCE_MISSING");
    static final Answer NOTHING_TO_DIVIDE_BY = new Answer("ZERO_DENOMINATOR");
    static final Answer NO_DATA = new Answer("NO_DATA");
    static final Answer NOT_APPLICABLE = new Answer("NOT_APPLICABLE");

    static Answer of(BigDecimal... parts) {
        return of(Arrays.asList(parts));
    }

    static Answer of(List<BigDecimal> parts) {
        return parts.size() > 1 && parts.getLast().signum() == 0
                ? NOTHING_TO_DIVIDE_BY
                : new Answer(
                        parts.stream().map(Answer::written).collect(Collectors.joining(" / ")));
    }

    static Answer of(long... parts) {
        return of(Arrays.stream(parts).mapToObj(BigDecimal::valueOf).toList());
    }

    /// A fraction of which only the value is claimed.
    static Answer quotient(long numerator, long denominator) {
        return denominator == 0
                ? NOTHING_TO_DIVIDE_BY
                : of(
                        BigDecimal.valueOf(numerator)
                                .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64));
    }

    boolean isFraction() {
        return words.contains(" / ");
    }

    private static String written(BigDecimal part) {
        var rounded = part.setScale(DIGITS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
