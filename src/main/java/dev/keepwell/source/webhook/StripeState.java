package dev.keepwell.source.webhook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A subscription as one event tells it: all of its items, priced, and since when that holds.
final class StripeState {

    private static final int MONEY_SCALE = 4;
    private static final int PART_SCALE = 10;
    private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");

    /// An item made with the subscription is as old as it, also where that is dated back.
    private static final long SAME_MOMENT_SECONDS = 60;

    private final Delivery delivery;
    private final JsonNode subscription;
    private final Context context;
    private final String currency;
    private final List<StripeItem> items = new ArrayList<>();
    private final Map<String, List<StripeDiscounts.Discount>> ofItem = new LinkedHashMap<>();
    private final List<StripeDiscounts.Discount> ofAll;

    StripeState(
            Delivery delivery, JsonNode subscription, StripeDiscounts discounts, Context context) {
        this.delivery = delivery;
        this.subscription = subscription;
        this.context = context;
        currency = StripeMoney.currency(subscription);
        ofAll = discounts.of(subscription, currency);
        var list = subscription.path("items");
        if (list.path("has_more").asBoolean(false)) {
            throw new Misfit(
                    "items_cut_off",
                    "The event tells some of the items only. Import this subscription as a file.");
        }
        for (var node : list.path("data")) {
            var item = StripeItem.of(node, currency);
            if (item != null) {
                items.add(item);
                ofItem.put(item.id(), discounts.of(node, currency));
            }
        }
    }

    Delivery delivery() {
        return delivery;
    }

    List<StripeItem> items() {
        return items;
    }

    JsonNode subscription() {
        return subscription;
    }

    boolean isOver() {
        return OVER.contains(status());
    }

    /// It was alive once, and is no more.
    boolean hasEnded() {
        return status().equals("canceled");
    }

    /// It began, and has not ended.
    boolean isAlive() {
        return !isOver() && !status().equals("incomplete");
    }

    private String status() {
        return Json.text(subscription.path("status"));
    }

    /// The day of what happened. What is over ended on a day of its own.
    LocalDate day() {
        var ended = at("ended_at");
        return context.day(isOver() && ended != null ? ended : delivery.about().occurredAt());
    }

    @Nullable Instant at(String field) {
        return Json.seconds(subscription.path(field));
    }

    /// The day on which it is going to end, if somebody has decided so.
    @Nullable LocalDate plannedEnd() {
        var at = at("cancel_at");
        if (at == null && subscription.path("cancel_at_period_end").asBoolean(false)) {
            at = periodEnd();
        }
        if (at == null || context.day(at).isBefore(day())) {
            return null; // It was to end before, and is still there.
        }
        return context.day(at);
    }

    /// Newer versions tell the period with each item.
    private @Nullable Instant periodEnd() {
        var end = at("current_period_end");
        for (var item : items) {
            var its = Json.seconds(item.node().path("current_period_end"));
            end = end == null || (its != null && its.isAfter(end)) ? its : end;
        }
        return end;
    }

    /// The day since which an item is there, by what the event tells.
    LocalDate since(StripeItem item) {
        var made = Objects.requireNonNullElse(at("created"), delivery.about().occurredAt());
        var begun = Objects.requireNonNullElse(at("start_date"), made);
        var added = Json.seconds(item.node().path("created"));
        var later = made.plusSeconds(SAME_MOMENT_SECONDS);
        return context.day(added == null || !added.isAfter(later) ? begun : added);
    }

    /// The days within which the price of one state changes by itself.
    SortedSet<LocalDate> turns() {
        var turns = new TreeSet<LocalDate>();
        var all = new ArrayList<>(ofAll);
        ofItem.values().forEach(all::addAll);
        for (var discount : all) {
            if (!discount.from().equals(LocalDate.MIN)) {
                turns.add(discount.from());
            }
            if (discount.until() != null) {
                turns.add(discount.until());
            }
        }
        var trialEnd = at("trial_end");
        if (trialEnd != null && !status().equals("trialing")) {
            turns.add(context.day(trialEnd));
        }
        return turns;
    }

    /// What the row of an item says of a day, without its dates.
    SequencedMap<String, @Nullable String> terms(StripeItem item, LocalDate day) {
        var off = off(item, day);
        var terms = new LinkedHashMap<String, @Nullable String>();
        terms.put("subscription_id", Json.text(subscription.path("id")));
        terms.put("account_id", reference(subscription.path("customer")));
        terms.put("plan", item.plan());
        terms.put("quantity", item.quantity().toPlainString());
        terms.put("unit_price", item.unitPrice().toPlainString());
        terms.put("pct_discount", off.part().toPlainString());
        terms.put("fixed_discount", off.amount().toPlainString());
        terms.put("ccy", currency);
        terms.put("interval_unit", item.rhythm().unit());
        terms.put("interval_count", item.rhythm().count());
        terms.put("kind", kind(item, day));
        terms.put("state", state());
        return terms;
    }

    /// An id, or the object that stands in its place.
    static String reference(JsonNode node) {
        return node.isObject() ? Json.text(node.path("id")) : Json.text(node);
    }

    private String kind(StripeItem item, LocalDate day) {
        return switch (item.usage()) {
            case METERED -> "metered";
            case ONE_TIME -> "one_time";
            case LICENSED -> {
                if (isTrial(day)) {
                    yield "trial";
                }
                yield item.gross().signum() == 0 ? "free" : "recurring";
            }
        };
    }

    private boolean isTrial(LocalDate day) {
        var end = at("trial_end");
        return status().equals("trialing") || (end != null && day.isBefore(context.day(end)));
    }

    /// Collection can be paused while the status stays active.
    private String state() {
        if (subscription.path("pause_collection").isObject() || status().equals("paused")) {
            return "paused";
        }
        return switch (status()) {
            case "past_due", "unpaid" -> status();
            case String other -> "active";
        };
    }

    private record Off(BigDecimal part, BigDecimal amount) {

        static final Off NONE = new Off(BigDecimal.ZERO, BigDecimal.ZERO);

        /// One after the other: a part off also shrinks the amounts that were taken off before.
        Off and(BigDecimal partOff, BigDecimal amountOff) {
            var left = BigDecimal.ONE.subtract(partOff);
            return new Off(
                    BigDecimal.ONE.subtract(BigDecimal.ONE.subtract(part).multiply(left)),
                    amount.multiply(left).add(amountOff));
        }
    }

    private Off off(StripeItem item, LocalDate day) {
        if (item.usage() != StripeItem.Usage.LICENSED) {
            return Off.NONE;
        }
        var off = Off.NONE;
        for (var one : ofItem.getOrDefault(item.id(), List.of())) {
            off = one.isInForce(day) ? off.and(one.partOff(), one.amountOff()) : off;
        }
        for (var one : ofAll) {
            off = one.isInForce(day) ? off.and(one.partOff(), share(one.amountOff(), item)) : off;
        }
        var part = off.part().setScale(PART_SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        var left = item.gross().multiply(BigDecimal.ONE.subtract(part));
        // No invoice is below zero, however large its discount.
        var amount = off.amount().min(left).setScale(MONEY_SCALE, RoundingMode.DOWN);
        return new Off(part, amount.stripTrailingZeros());
    }

    /// An amount off the whole subscription is spread over its items as their prices are; what
    /// rounding leaves goes to the last.
    private BigDecimal share(BigDecimal amount, StripeItem item) {
        var licensed =
                items.stream().filter(it -> it.usage() == StripeItem.Usage.LICENSED).toList();
        var all = licensed.stream().map(StripeItem::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var left = amount;
        for (var one : licensed) {
            var its =
                    one.equals(licensed.getLast())
                            ? left
                            : amount.multiply(one.gross())
                                    .divide(all, MONEY_SCALE, RoundingMode.HALF_UP);
            if (one.equals(item)) {
                return its;
            }
            left = left.subtract(its);
        }
        return BigDecimal.ZERO;
    }
}
