package dev.keepwell.source.webhook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One item of a subscription: how many of what at which price, and how it is paid.
record StripeItem(
        String id,
        JsonNode node,
        String plan,
        Usage usage,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Rhythm rhythm) {

    /// What an item's price is for.
    enum Usage {
        LICENSED,
        METERED,
        ONE_TIME
    }

    /// How often it is paid.
    record Rhythm(String unit, String count) {}

    /// The item, or null where it is billed by use in steps, which is no recurring price anyway.
    static @Nullable StripeItem of(JsonNode item, String currency) {
        var price = item.path("price").isObject() ? item.path("price") : item.path("plan");
        // A plan of older versions says beside its price what a price says under `recurring`.
        var recurring = price.path("recurring").isObject() ? price.path("recurring") : price;
        var usage = usage(price, recurring);
        if (usage != Usage.LICENSED && minor(price) == null) {
            return null;
        }
        checkPriced(price, currency);
        return new StripeItem(
                Json.text(item.path("id")),
                item,
                name(price),
                usage,
                quantity(item, price),
                StripeMoney.major(amount(price), currency),
                new Rhythm(
                        or(Json.text(recurring.path("interval")), "month"),
                        or(Json.text(recurring.path("interval_count")), "1")));
    }

    BigDecimal gross() {
        return quantity.multiply(unitPrice);
    }

    private static Usage usage(JsonNode price, JsonNode recurring) {
        if (Json.text(price.path("type")).equals("one_time")) {
            return Usage.ONE_TIME;
        }
        var metered = Json.text(recurring.path("usage_type")).equals("metered");
        return metered ? Usage.METERED : Usage.LICENSED;
    }

    private static void checkPriced(JsonNode price, String currency) {
        if (Json.text(price.path("billing_scheme")).equals("tiered")) {
            throw new Misfit(
                    "tiered_price",
                    ("The price %s has tiers, and the event does not tell them. Import the amounts"
                                    + " of this subscription as a file.")
                            .formatted(name(price)));
        }
        var its = StripeMoney.currency(price);
        if (!its.isEmpty() && !its.equals(currency)) {
            throw new Misfit(
                    "mixed_currencies",
                    "The subscription is in %s, but the price %s is in %s."
                            .formatted(currency, name(price), its));
        }
    }

    private static BigDecimal amount(JsonNode price) {
        var minor = minor(price);
        if (minor == null) {
            throw new Misfit(
                    "no_unit_price",
                    ("The price %s has no amount for a unit. Import the amounts of this"
                                    + " subscription as a file.")
                            .formatted(name(price)));
        }
        return minor;
    }

    /// The decimal one is finer: a tenth of a cent is a price, too.
    private static @Nullable BigDecimal minor(JsonNode price) {
        for (var field :
                List.of("unit_amount_decimal", "unit_amount", "amount_decimal", "amount")) {
            var text = Json.text(price.path(field));
            if (text.matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
                return new BigDecimal(text);
            }
        }
        return null;
    }

    /// Sold in packs, five of a pack of ten are one pack or none, as the price says.
    private static BigDecimal quantity(JsonNode item, JsonNode price) {
        var quantity =
                Objects.requireNonNullElse(Json.number(item.path("quantity")), BigDecimal.ONE);
        var packs = price.path("transform_quantity");
        var pack = Json.number(packs.path("divide_by"));
        if (pack == null || pack.signum() <= 0) {
            return quantity;
        }
        var up = Json.text(packs.path("round")).equals("up");
        return quantity.divide(pack, 0, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    private static String name(JsonNode price) {
        return or(
                Json.text(price.path("nickname")),
                or(Json.text(price.path("lookup_key")), Json.text(price.path("id"))));
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
