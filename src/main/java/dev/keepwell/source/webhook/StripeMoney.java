package dev.keepwell.source.webhook;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Stripe's amounts are in the smallest unit of a currency, and which that is differs.
final class StripeMoney {

    /// What Stripe counts in whole units. ISK and UGX have no cents either, but Stripe counts
    /// hundredths of them; HUF and TWD are whole in payouts only.
    private static final Set<String> WHOLE =
            Set.of(
                    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND",
                    "VUV", "XAF", "XOF", "XPF");

    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeMoney() {}

    static String currency(JsonNode object) {
        return Json.text(object.path("currency")).toUpperCase(Locale.ROOT);
    }

    static BigDecimal major(BigDecimal minor, String currency) {
        if (WHOLE.contains(currency)) {
            return minor;
        }
        return minor.movePointLeft(THOUSANDTHS.contains(currency) ? 3 : 2);
    }

    /// The amount in a field, in units of the currency; what is not there is a misfit.
    static String major(JsonNode object, String field) {
        var amount = Json.number(object.path(field));
        if (amount == null) {
            throw new Misfit(
                    "missing_amount",
                    "The field %s has no amount. Send the event as Stripe does.".formatted(field));
        }
        return major(amount, currency(object)).toPlainString();
    }
}
