package dev.keepwell.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/// An amount in one currency, kept at full precision until it is shown.
public record Money(BigDecimal amount, String currency) {

    public Money {
        currencyOf(currency);
    }

    /// The digits of the currency, and never fewer than the amount needs to stay exact.
    public String printed() {
        var shortest = amount.stripTrailingZeros();
        var digits = Math.max(shortest.scale(), currencyOf(currency).getDefaultFractionDigits());
        return shortest.setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
    }

    /// Yen have no minor unit and dinars have three: dividing by 100 is right for most, not for
    /// all.
    public static Money ofMinorUnits(long minor, String currency) {
        var digits = currencyOf(currency).getDefaultFractionDigits();
        return new Money(BigDecimal.valueOf(minor, digits), currency);
    }

    static int digitsOf(String currency) {
        int digits = currencyOf(currency).getDefaultFractionDigits();
        if (digits < 0) {
            // Gold, drawing rights and the like have no unit to count in.
            throw unknown(currency);
        }
        return digits;
    }

    private static Currency currencyOf(String code) {
        if (!code.equals(code.toUpperCase(Locale.ROOT))) {
            throw unknown(code);
        }
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw unknown(code);
        }
    }

    private static IllegalArgumentException unknown(String code) {
        return new IllegalArgumentException(
                "A currency is an ISO 4217 code such as USD, but got '%s'.".formatted(code));
    }
}
