package dev.keepwell.source.file;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A number as people write it: `1.234,56 €`, `$1,200.50`, `(12.00)`, `1 234`.
///
/// The decimal sign is never guessed from one cell, for `1.234` is two numbers: a file has one.
record NumberText(boolean negative, String digits, String currency) {

    private static final String SIGN = "[+\\-\\u2212]";
    private static final String CURRENCY = "\\p{Sc}|[A-Z]{3}|[A-Z]{1,3}\\p{Sc}|Fr\\.|kr\\.?|zł";
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<open>\\()?(?<sign>"
                            + SIGN
                            + ")?\\s*(?<before>"
                            + CURRENCY
                            + ")?\\s*(?<sign2>"
                            + SIGN
                            + ")?\\s*(?<number>[0-9.,'\\u2019 ]*[0-9](?:[.,])?)\\s*(?<after>"
                            + CURRENCY
                            + ")?\\s*(?<sign3>"
                            + SIGN
                            + ")?(?<close>\\))?");
    private static final int CODE_LENGTH = 3;
    private static final Set<String> CODES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toSet());
    private static final Pattern BLANKS = Pattern.compile("[\\u00A0\\u2007\\u202F\\u2009\\t]");
    private static final Pattern WITH_POINT = plain('.', ",' \u2019");
    private static final Pattern WITH_COMMA = plain(',', ".' \u2019");

    /// Groups of three behind the first one to three digits, all with the same sign between them.
    private static Pattern plain(char decimal, String groups) {
        return Pattern.compile(
                "(?<whole>[1-9]\\d{0,2}(?<group>["
                        + groups
                        + "])\\d{3}(?:\\k<group>\\d{3})*|\\d*)(?:\\"
                        + decimal
                        + "(?<fraction>\\d*))?");
    }

    /// Empty where the text is no number with this decimal sign.
    static Optional<NumberText> of(String text, DecimalSign decimal) {
        var shape = SHAPE.matcher(BLANKS.matcher(text).replaceAll(" ").strip());
        if (!shape.matches() || (shape.group("open") == null) != (shape.group("close") == null)) {
            return Optional.empty();
        }
        int signs = signs(shape, "sign") + signs(shape, "sign2") + signs(shape, "sign3");
        if (signs + (shape.group("open") == null ? 0 : 1) > 1) {
            return Optional.empty();
        }
        var number =
                (decimal == DecimalSign.POINT ? WITH_POINT : WITH_COMMA)
                        .matcher(shape.group("number"));
        return number.matches() && isCurrency(currency(shape))
                ? Optional.of(new NumberText(isNegative(shape), digits(number), currency(shape)))
                : Optional.empty();
    }

    /// `EUR 12` is money, `INV 12` is the number of an invoice.
    private static boolean isCurrency(String text) {
        return text.length() != CODE_LENGTH
                || !text.chars().allMatch(it -> it >= 'A' && it <= 'Z')
                || CODES.contains(text);
    }

    private static int signs(Matcher shape, String group) {
        return shape.group(group) == null ? 0 : 1;
    }

    private static boolean isNegative(Matcher shape) {
        if (shape.group("open") != null) {
            return true;
        }
        for (var group : new String[] {"sign", "sign2", "sign3"}) {
            var sign = shape.group(group);
            if (sign != null && !sign.equals("+")) {
                return true;
            }
        }
        return false;
    }

    private static String digits(Matcher number) {
        var whole = number.group("whole").replaceAll("\\D", "");
        var fraction = number.group("fraction");
        var start = whole.isEmpty() ? "0" : whole;
        return fraction == null || fraction.isEmpty() ? start : start + "." + fraction;
    }

    private static String currency(Matcher shape) {
        var before = shape.group("before");
        var after = shape.group("after");
        return before != null ? before : after != null ? after : "";
    }

    /// Whether the text is a number with both signs, and another one with each: `1.234`.
    static boolean isEither(String text) {
        var point = of(text, DecimalSign.POINT);
        var comma = of(text, DecimalSign.COMMA);
        return point.isPresent() && comma.isPresent() && !point.equals(comma);
    }

    /// `-1234.56`, as every receiver reads it.
    String plain() {
        return negative ? "-" + digits : digits;
    }
}
