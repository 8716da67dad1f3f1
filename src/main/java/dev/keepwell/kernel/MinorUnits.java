package dev.keepwell.kernel;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/// Amounts as Stripe writes them: whole numbers of the smallest unit that Stripe knows of a
/// currency.
///
/// Yen have no such unit and dinars a thousandth, as ISO 4217 says. Stripe departs from ISO where a
/// currency lost its cents and old programs still send them, and where the cents are fifths.
public final class MinorUnits {

    /// Stripe's special cases: 500 is 5 krónur and 5 shillings, but 500 ariary.
    private static final Map<String, Integer> OF_STRIPE = Map.of("ISK", 2, "UGX", 2, "MGA", 0);

    private MinorUnits() {}

    /// How many digits stand behind the point in a currency, however its code is spelt. An unknown
    /// code is an [IllegalArgumentException].
    public static int digits(String currency) {
        var code = currency.strip().toUpperCase(Locale.ROOT);
        var special = OF_STRIPE.get(code);
        return special == null ? Money.digitsOf(code) : special;
    }

    /// `12345` of `usd` is 123.45. The amount may have a fraction, as `unit_amount_decimal` has.
    public static BigDecimal major(BigDecimal minor, String currency) {
        return minor.movePointLeft(digits(currency));
    }
}
