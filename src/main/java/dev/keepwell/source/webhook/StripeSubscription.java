package dev.keepwell.source.webhook;

import dev.keepwell.source.webhook.Told.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads all events of one subscription into stretches at constant prices.
///
/// Each event tells the whole subscription as it was then, so the order in which they come does not
/// matter: the stretches follow from the set of them. Of two on one day the later one counts.
final class StripeSubscription {

    private static final String TYPE = "customer.subscription.";
    private static final Set<String> STATES =
            Set.of(
                    TYPE + "created",
                    TYPE + "updated",
                    TYPE + "deleted",
                    TYPE + "paused",
                    TYPE + "resumed",
                    TYPE + "pending_update_applied");

    private final Context context;
    private final StripeDiscounts discounts;
    private final Told.Sum sum = new Told.Sum();
    private final List<StripeState> states = new ArrayList<>();

    /// From which day each state holds, and the first of all as it was before.
    private final TreeMap<LocalDate, StripeState> course = new TreeMap<>();

    private StripeSubscription(Context context) {
        this.context = context;
        this.discounts = new StripeDiscounts(context);
    }

    static Told read(List<Delivery> deliveries, Context context) {
        var reading = new StripeSubscription(context);
        deliveries.forEach(reading::hear);
        deliveries.forEach(reading::take);
        if (!reading.states.isEmpty()) {
            reading.chart();
            reading.segments();
            new StripeNotices(reading.states, context).tell(reading.sum);
        }
        return reading.sum.told();
    }

    private void hear(Delivery delivery) {
        if (delivery.about().type().startsWith("customer.discount.")) {
            discounts.hear(delivery);
            sum.outcome(delivery, new Outcome.Applied());
        }
    }

    private void take(Delivery delivery) {
        var type = delivery.about().type();
        if (type.startsWith("customer.discount.")) {
            return;
        }
        if (!STATES.contains(type)) {
            sum.outcome(
                    delivery,
                    new Outcome.NotUsed(
                            "announcement",
                            "%s announces a change; the change itself comes as an event of its own."
                                    .formatted(type)));
            return;
        }
        try {
            states.add(state(delivery, Json.tree(delivery.body()).path("data").path("object")));
            sum.outcome(delivery, new Outcome.Applied());
        } catch (Misfit e) {
            sum.outcome(delivery, e.outcome());
        }
    }

    private StripeState state(Delivery delivery, JsonNode subscription) {
        return new StripeState(delivery, subscription, discounts, context);
    }

    /// What the first event tells held before it, too, unless it tells what was before.
    private void chart() {
        var before = before(states.getFirst());
        course.put(start(before), before);
        for (var state : states) {
            if (state != before) {
                var day = state.day();
                // What ended takes with it what was told of later days.
                course.tailMap(day, !state.isOver()).clear();
                course.put(day, state);
            }
        }
    }

    private static LocalDate start(StripeState state) {
        return state.items().stream()
                .map(state::since)
                .min(LocalDate::compareTo)
                .orElseGet(state::day);
    }

    /// What held before an event: what it says has changed since, and where it tells an end, that
    /// it had not come.
    private StripeState before(StripeState first) {
        var previous = Json.tree(first.delivery().body()).path("data").path("previous_attributes");
        if (!(first.subscription() instanceof ObjectNode now)
                || !(previous.isObject() || first.hasEnded())) {
            return first;
        }
        var was = now.deepCopy();
        if (first.hasEnded()) {
            was.put("status", "active");
        }
        previous.properties().forEach(it -> was.set(it.getKey(), it.getValue()));
        try {
            return state(first.delivery(), was);
        } catch (Misfit e) {
            return first;
        }
    }

    /// A stretch of one item.
    private record Stretch(
            StripeState state,
            StripeItem item,
            LocalDate from,
            @Nullable LocalDate until,
            SequencedMap<String, @Nullable String> terms) {

        boolean goesOnAs(Stretch next) {
            return next.from.equals(until) && next.terms.equals(terms);
        }

        Stretch until(@Nullable LocalDate day, StripeState last) {
            return new Stretch(last, item, from, day, terms);
        }
    }

    private void segments() {
        var told = new HashSet<String>();
        var byItem = new LinkedHashMap<String, List<Stretch>>();
        course.forEach((day, state) -> {
            if (state.isAlive()) {
                state.items().forEach(item -> add(state, item, day, byItem));
            }
        });
        for (var stretches : byItem.values()) {
            for (var stretch : stretches) {
                told.add(key(stretch.item, stretch.from));
                sum.row(row(stretch));
            }
        }
        withdraw(told);
    }

    private void add(
            StripeState state, StripeItem item, LocalDate day, Map<String, List<Stretch>> byItem) {
        var end = end(state, day);
        var from = day.equals(course.firstKey()) ? later(day, state.since(item)) : day;
        var cuts = new TreeSet<LocalDate>(state.turns());
        cuts.add(from);
        var its = byItem.computeIfAbsent(item.id(), _ -> new ArrayList<>());
        for (var cut : List.copyOf(cuts.tailSet(from))) {
            var next = cuts.higher(cut);
            var until = next == null || (end != null && end.isBefore(next)) ? end : next;
            if (until != null && !cut.isBefore(until)) {
                continue;
            }
            var stretch = new Stretch(state, item, cut, until, state.terms(item, cut));
            if (!its.isEmpty() && its.getLast().goesOnAs(stretch)) {
                its.set(its.size() - 1, its.getLast().until(until, state));
            } else {
                its.add(stretch);
            }
        }
    }

    /// The day on which the next state begins, or this one is to end.
    private @Nullable LocalDate end(StripeState state, LocalDate day) {
        var next = course.higherKey(day);
        return next == null ? state.plannedEnd() : next;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private Row row(Stretch stretch) {
        var values = values(stretch.item, stretch.from, stretch.until, stretch.terms);
        var closing = stretch.until == null ? null : course.get(stretch.until);
        if (closing != null && closing.isOver()) {
            values.put("reason_end", StripeNotices.reason(closing));
        }
        return new Row.Whole("subscription_segment", stretch.state.delivery().seq(), values);
    }

    private static SequencedMap<String, @Nullable String> values(
            StripeItem item,
            LocalDate from,
            @Nullable LocalDate until,
            Map<String, @Nullable String> terms) {
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("segment_id", key(item, from));
        values.putAll(terms);
        values.put("start_date", from.toString());
        values.put("end_date", until == null ? null : until.toString());
        return values;
    }

    /// The same item from the same day on is the same stretch, whichever event told it.
    private static String key(StripeItem item, LocalDate from) {
        return item.id() + "-" + from;
    }

    /// While an event was missing, a stretch may have begun on a day on which nothing changed. It
    /// is emptied: one that ends on the day it starts was never alive.
    private void withdraw(Set<String> told) {
        for (var state :
                Stream.concat(states.stream(), states.stream().map(this::before)).toList()) {
            for (var item : state.items()) {
                var days = new TreeSet<>(state.turns());
                days.add(context.day(state.delivery().about().occurredAt()));
                days.add(state.day());
                days.add(state.since(item));
                days.addAll(course.keySet());
                for (var day : days) {
                    if (told.add(key(item, day))) {
                        sum.row(
                                new Row.Withdrawn(
                                        "subscription_segment",
                                        state.delivery().seq(),
                                        values(item, day, day, state.terms(item, day))));
                    }
                }
            }
        }
    }
}
