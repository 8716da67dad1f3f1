package dev.keepwell.source.webhook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The discounts of a subscription and of its items, each in force from a day to a day.
final class StripeDiscounts {

    /// A part off, or an amount; from a day on, and before another if it ends.
    record Discount(
            LocalDate from, @Nullable LocalDate until, BigDecimal partOff, BigDecimal amountOff) {

        boolean isInForce(LocalDate day) {
            return !from.isAfter(day) && (until == null || day.isBefore(until));
        }
    }

    private final Context context;
    private final Map<String, JsonNode> heard = new HashMap<>();

    StripeDiscounts(Context context) {
        this.context = context;
    }

    /// Newer versions name the discounts of a subscription by their ids only, and tell each in an
    /// event of its own.
    void hear(Delivery delivery) {
        var event = Json.tree(delivery.body());
        var discount = event.path("data").path("object");
        heard.put(Json.text(discount.path("id")), discount);
    }

    /// Those of a subscription or an item, in the order in which Stripe applies them.
    List<Discount> of(JsonNode owner, String currency) {
        var discounts = new ArrayList<Discount>();
        var named = new HashSet<String>();
        for (var one : owner.path("discounts")) {
            add(one, currency, named, discounts);
        }
        var single = owner.path("discount");
        if (single.isObject()) {
            add(single, currency, named, discounts);
        }
        return discounts;
    }

    private void add(JsonNode node, String currency, Set<String> named, List<Discount> discounts) {
        var id = node.isObject() ? Json.text(node.path("id")) : Json.text(node);
        if (!named.add(id)) {
            return;
        }
        var discount = heard.getOrDefault(id, node);
        var coupon = coupon(discount, id);
        // A coupon for one invoice is a credit on it and no price.
        if (!Json.text(coupon.path("duration")).equals("once")) {
            discounts.add(discount(discount, coupon, currency));
        }
    }

    private static JsonNode coupon(JsonNode discount, String id) {
        var coupon = discount.path("coupon");
        var found = coupon.isObject() ? coupon : discount.path("source").path("coupon");
        if (!found.isObject()) {
            throw new Misfit(
                    "unknown_discount",
                    ("The discount %s is only named. Let Stripe send customer.discount.created too,"
                                    + " or choose an API version that tells its coupon.")
                            .formatted(id));
        }
        return found;
    }

    private Discount discount(JsonNode discount, JsonNode coupon, String currency) {
        var percent = Json.number(coupon.path("percent_off"));
        var from = Json.seconds(discount.path("start"));
        var until = Json.seconds(discount.path("end"));
        return new Discount(
                from == null ? LocalDate.MIN : context.day(from),
                until == null ? null : context.day(until),
                percent == null ? BigDecimal.ZERO : percent.movePointLeft(2),
                amountOff(coupon, currency));
    }

    private static BigDecimal amountOff(JsonNode coupon, String currency) {
        var amount = Json.number(coupon.path("amount_off"));
        if (amount == null) {
            return BigDecimal.ZERO;
        }
        if (!StripeMoney.currency(coupon).equals(currency)) {
            throw new Misfit(
                    "discount_currency",
                    "A discount of an amount in %s cannot be taken off a price in %s."
                            .formatted(StripeMoney.currency(coupon), currency));
        }
        return StripeMoney.major(amount, currency);
    }
}
