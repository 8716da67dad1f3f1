package dev.keepwell.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Numbers as they arrive in text, kept exactly or refused.
final class Numbers {

    /// No exponents: `1e999999999` is a short text and a very long number.
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,30})?|\\.\\d{1,30})");

    private static final int MONEY_SCALE = 4;
    private static final int NUMBER_SCALE = 10;

    private Numbers() {}

    static String integer(String text) {
        var number = parse(text);
        if (number.scale() > 0) {
            throw new Unfit("not_an_integer", "A whole number, but got '%s'.".formatted(text));
        }
        return number.toPlainString();
    }

    /// More than ten decimals are noise of binary fractions.
    static String number(String text) {
        var number = parse(text);
        return number.scale() <= NUMBER_SCALE
                ? number.toPlainString()
                : plain(number.setScale(NUMBER_SCALE, RoundingMode.HALF_UP)).toPlainString();
    }

    static String money(String text) {
        var number = parse(text);
        if (number.scale() > MONEY_SCALE) {
            throw new Unfit(
                    "too_precise",
                    "Money has at most four decimals, but got '%s'.".formatted(text));
        }
        return number.toPlainString();
    }

    private static BigDecimal parse(String text) {
        var stripped = text.strip();
        if (!PLAIN.matcher(stripped).matches()) {
            throw new Unfit(
                    "not_a_number",
                    "A number is written like 1234.5, with at most 15 digits before the point,"
                            + " but got '%s'.".formatted(text));
        }
        return plain(new BigDecimal(stripped));
    }

    /// `12.00` and `12` are one value, so they get one text.
    private static BigDecimal plain(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
