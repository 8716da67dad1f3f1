package dev.keepwell.customer;

import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words that people spell in several ways, brought to one.
final class Words {

    private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");

    private Words() {}

    /// `High-Touch` and `high touch` are `high_touch`.
    static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /// xAPI names verbs by address: the last step of the path is the verb.
    static String verb(String text) {
        var stripped = text.strip().replaceAll("/+$", "");
        return word(stripped.substring(stripped.lastIndexOf('/') + 1));
    }

    static String quarter(String text) {
        var quarter = text.strip().toUpperCase(Locale.ROOT);
        if (!QUARTER.matcher(quarter).matches()) {
            throw new Unfit(
                    "not_a_quarter", "A quarter is written 2025-Q1, but got '%s'.".formatted(text));
        }
        return quarter;
    }

    static String currency(String text) {
        try {
            return Currency.getInstance(text.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new Unfit(
                    "unknown_currency",
                    "A currency is an ISO 4217 code such as USD, but got '%s'.".formatted(text));
        }
    }

    static String truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> "true";
            case "false", "f", "no", "n", "0" -> "false";
            default ->
                    throw new Unfit(
                            "not_a_boolean",
                            "A yes or no is written true or false, but got '%s'.".formatted(text));
        };
    }
}
