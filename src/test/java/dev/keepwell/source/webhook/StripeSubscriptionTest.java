package dev.keepwell.source.webhook;

import static dev.keepwell.source.webhook.StripeEvents.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What Stripe tells of a subscription becomes stretches at constant prices.
class StripeSubscriptionTest {

    private static final Context UTC = new Context(ZoneOffset.UTC, Map.of());
    private static final String START = "2025-01-01T10:00:00Z";

    private final StripeEvents acorn = new StripeEvents("sub_1", "cus_1");

    @Test
    void a_change_of_price_ends_a_stretch_and_starts_the_next() {
        acorn.event("created", START, item("si_1", 1_000, 3))
                .event("updated", "2025-02-10T09:00:00Z", item("si_1", 1_500, 3));

        assertThat(segments(acorn))
                .containsExactly(
                        "si_1-2025-01-01 3x10 recurring active 2025-01-01..2025-02-10",
                        "si_1-2025-02-10 3x15 recurring active 2025-02-10..");
    }

    @Test
    void all_items_count_and_metered_ones_are_told_as_such() {
        var items = item("si_1", 1_000, 1) + "," + item("si_2", 250, 4) + ",";
        acorn.event("created", START, items + item("si_3", 5, 1, "metered"));

        assertThat(segments(acorn))
                .containsExactly(
                        "si_1-2025-01-01 1x10 recurring active 2025-01-01..",
                        "si_2-2025-01-01 4x2.5 recurring active 2025-01-01..",
                        "si_3-2025-01-01 1x0.05 metered active 2025-01-01..");
    }

    @Test
    void of_two_changes_on_one_day_the_last_wins() {
        acorn.event("created", START, item("si_1", 1_000, 1))
                .event("updated", "2025-02-10T09:00:00Z", item("si_1", 9_900, 1))
                .event("updated", "2025-02-10T17:00:00Z", item("si_1", 2_000, 1));

        assertThat(segments(acorn))
                .containsExactly(
                        "si_1-2025-01-01 1x10 recurring active 2025-01-01..2025-02-10",
                        "si_1-2025-02-10 1x20 recurring active 2025-02-10..");
    }

    @Test
    void a_deletion_ends_a_stretch_on_the_day_on_which_it_ended() {
        acorn.event("created", START, item("si_1", 1_000, 1))
                .event("deleted", "2025-04-02T00:00:05Z", item("si_1", 1_000, 1), canceled());

        assertThat(segments(acorn))
                .containsExactly("si_1-2025-01-01 1x10 recurring active 2025-01-01..2025-04-01");
        assertThat(events(acorn)).containsExactly("cancel_requested 2025-03-20");
    }

    @Test
    void a_deletion_alone_tells_the_whole_stretch() {
        acorn.event("deleted", "2025-04-02T00:00:05Z", item("si_1", 1_000, 1), canceled());

        assertThat(segments(acorn))
                .containsExactly("si_1-2025-01-01 1x10 recurring active 2025-01-01..2025-04-01");
    }

    /// It ended on the first of April, as was asked for on the twentieth of March.
    private static Map<String, Object> canceled() {
        return Map.of(
                "status", "canceled", "ended_at", 1_743_501_600, "canceled_at", 1_742_464_800);
    }

    @Test
    void who_asks_to_leave_pays_until_the_period_ends_and_may_come_back() {
        var leaving =
                Map.of(
                        "cancel_at_period_end", true,
                        "canceled_at", 1_742_464_800,
                        "current_period_end", 1_743_501_600);
        acorn.event("created", START, item("si_1", 1_000, 1))
                .event("updated", "2025-03-20T10:00:00Z", item("si_1", 1_000, 1), leaving);
        assertThat(segments(acorn))
                .containsExactly("si_1-2025-01-01 1x10 recurring active 2025-01-01..2025-04-01");

        acorn.event("updated", "2025-03-25T10:00:00Z", item("si_1", 1_000, 1));

        assertThat(segments(acorn))
                .containsExactly("si_1-2025-01-01 1x10 recurring active 2025-01-01..");
        assertThat(events(acorn))
                .containsExactly("cancel_requested 2025-03-20", "reactivated 2025-03-25");
    }

    @Test
    void newer_versions_tell_the_period_with_the_item() {
        var item =
                item("si_1", 1_000, 1)
                        .replace(
                                "\"discounts\"",
                                "\"current_period_end\":" + " 1743501600, \"discounts\"");
        acorn.event("created", START, item, Map.of("cancel_at_period_end", true));

        assertThat(segments(acorn))
                .containsExactly("si_1-2025-01-01 1x10 recurring active 2025-01-01..2025-04-01");
    }

    @Test
    void paused_collection_is_a_pause_although_the_status_stays_active() {
        acorn.event("created", START, item("si_1", 1_000, 1))
                .event(
                        "updated",
                        "2025-02-10T09:00:00Z",
                        item("si_1", 1_000, 1),
                        Map.of("pause_collection", Map.of("behavior", "void")));

        assertThat(segments(acorn))
                .containsExactly(
                        "si_1-2025-01-01 1x10 recurring active 2025-01-01..2025-02-10",
                        "si_1-2025-02-10 1x10 recurring paused 2025-02-10..");
    }

    @Test
    void what_is_past_due_unpaid_or_on_trial_says_so() {
        acorn.event("created", START, item("si_1", 1_000, 1), Map.of("status", "trialing"))
                .event("updated", "2025-01-15T00:00:00Z", item("si_1", 1_000, 1))
                .event(
                        "updated",
                        "2025-02-15T00:00:00Z",
                        item("si_1", 1_000, 1),
                        status("past_due"))
                .event("updated", "2025-03-15T00:00:00Z", item("si_1", 1_000, 1), status("unpaid"));

        assertThat(segments(acorn))
                .containsExactly(
                        "si_1-2025-01-01 1x10 trial active 2025-01-01..2025-01-15",
                        "si_1-2025-01-15 1x10 recurring active 2025-01-15..2025-02-15",
                        "si_1-2025-02-15 1x10 recurring past_due 2025-02-15..2025-03-15",
                        "si_1-2025-03-15 1x10 recurring unpaid 2025-03-15..");
    }

    private static Map<String, String> status(String status) {
        return Map.of("status", status);
    }

    @Test
    void a_discount_is_a_stretch_of_its_own_while_it_is_in_force() {
        var quarter =
                Map.of(
                        "object",
                        "discount",
                        "id",
                        "di_1",
                        "start",
                        1_738_368_000,
                        "end",
                        1_746_057_600,
                        "coupon",
                        Map.of("percent_off", 25, "duration", "repeating"));
        acorn.event(
                "created", START, item("si_1", 1_000, 1), Map.of("discounts", List.of(quarter)));

        assertThat(segments(acorn))
                .containsExactly(
                        "si_1-2025-01-01 1x10 recurring active 2025-01-01..2025-02-01",
                        "si_1-2025-02-01 1x10 -0.25 recurring active 2025-02-01..2025-05-01",
                        "si_1-2025-05-01 1x10 recurring active 2025-05-01..");
    }

    @Test
    void an_amount_off_is_spread_over_the_items_as_their_prices_are() {
        var tenOff =
                Map.of(
                        "object",
                        "discount",
                        "id",
                        "di_1",
                        "start",
                        1_735_689_600,
                        "coupon",
                        Map.of(
                                "amount_off", 1_000,
                                "currency", "usd",
                                "duration", "forever"));
        acorn.event(
                "created",
                START,
                item("si_1", 2_000, 1) + "," + item("si_2", 1_000, 1),
                Map.of("discounts", List.of(tenOff)));

        assertThat(segments(acorn))
                .containsExactly(
                        "si_1-2025-01-01 1x20 -6.6667 recurring active 2025-01-01..",
                        "si_2-2025-01-01 1x10 -3.3333 recurring active 2025-01-01..");
    }

    @Test
    void a_discount_that_is_only_named_waits_for_the_event_that_tells_it() {
        acorn.event("created", START, item("si_1", 1_000, 1), Map.of("discounts", List.of("di_1")));
        assertThat(outcomes(acorn.deliveries())).containsExactly("set_aside unknown_discount");

        var told = new ArrayList<>(acorn.events());
        told.add(
                """
                {"id": "evt_d", "type": "customer.discount.created", "created": 1735725601,
                 "data": {"object": {"object": "discount", "id": "di_1", "subscription": "sub_1",
                  "start": 1735689600, "end": null,
                  "coupon": {"percent_off": 50, "duration": "forever"}}}}
                """);

        var deliveries = StripeEvents.deliveries(told);
        assertThat(outcomes(deliveries)).containsExactly("applied ", "applied ");
        assertThat(segments(read(deliveries)))
                .containsExactly("si_1-2025-01-01 1x10 -0.5 recurring active 2025-01-01..");
    }

    @Test
    void tiers_cannot_be_priced_by_the_unit() {
        acorn.event("created", START, item("si_1", 1_000, 1).replace("per_unit", "tiered"));

        assertThat(outcomes(acorn.deliveries())).containsExactly("set_aside tiered_price");
    }

    @Test
    void an_announcement_changes_nothing() {
        acorn.event("created", START, item("si_1", 1_000, 1))
                .event("trial_will_end", "2025-02-01T00:00:00Z", item("si_1", 9_000, 1));

        assertThat(outcomes(acorn.deliveries()))
                .containsExactly("applied ", "not_used announcement");
        assertThat(segments(acorn))
                .containsExactly("si_1-2025-01-01 1x10 recurring active 2025-01-01..");
    }

    @Test
    void the_first_event_known_tells_what_was_before_it() {
        var before =
                Map.of("items", Map.of("data", List.of(StripeEvents.json(item("si_1", 700, 1)))));
        acorn.event("updated", "2025-03-01T00:00:00Z", item("si_1", 1_000, 1));
        var event = StripeEvents.json(acorn.events().getFirst());
        ((tools.jackson.databind.node.ObjectNode) event.path("data"))
                .putPOJO("previous_attributes", before);

        assertThat(segments(read(StripeEvents.deliveries(List.of(event.toString())))))
                .containsExactly(
                        "si_1-2025-01-01 1x7 recurring active 2025-01-01..2025-03-01",
                        "si_1-2025-03-01 1x10 recurring active 2025-03-01..");
    }

    /// Whatever comes first, and however often: what follows is told by the set of the events.
    @Test
    void the_order_of_arrival_does_not_matter() {
        var chance = new Random(7);
        for (int company = 0; company < 60; company++) {
            var events = RandomSubscription.of(chance).deliveries();
            var inOrder = read(events);
            for (int shuffle = 0; shuffle < 3; shuffle++) {
                var mixed = new ArrayList<>(events);
                Collections.shuffle(mixed, chance);
                assertThat(read(mixed)).isEqualTo(inOrder);
            }
        }
    }

    /// A stretch that was told while events were missing is told again, or taken back.
    @Test
    void what_was_told_too_early_is_taken_back() {
        var chance = new Random(11);
        for (int company = 0; company < 60; company++) {
            var events = new ArrayList<>(RandomSubscription.of(chance).deliveries());
            Collections.shuffle(events, chance);
            var told = new TreeSet<String>();
            for (int known = 1; known <= events.size(); known++) {
                var rows = read(events.subList(0, known)).rows();
                var keys = new TreeSet<String>();
                rows.forEach(it -> keys.add(key(it)));
                assertThat(keys).as("known %d of %s", known, events).containsAll(told);
                rows.stream()
                        .filter(it -> it instanceof Told.Row.Whole)
                        .forEach(it -> told.add(key(it)));
            }
        }
    }

    private static String key(Told.Row row) {
        return row.table() + " " + row.values().getOrDefault("segment_id", row.values().get("id"));
    }

    private static Told read(List<Delivery> deliveries) {
        return DeliveryReading.read(Provider.STRIPE, deliveries, UTC);
    }

    private static List<String> outcomes(List<Delivery> deliveries) {
        return read(deliveries).outcomes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getValue().state() + " " + it.getValue().reason())
                .toList();
    }

    private static List<String> segments(StripeEvents events) {
        return segments(read(events.deliveries()));
    }

    private static List<String> segments(Told told) {
        return told.rows().stream()
                .filter(it -> it instanceof Told.Row.Whole)
                .filter(it -> it.table().equals("subscription_segment"))
                .map(it -> line(it.values()))
                .sorted()
                .toList();
    }

    private static String line(Map<String, String> row) {
        var off =
                row.get("pct_discount").equals("0")
                        ? row.get("fixed_discount")
                        : row.get("pct_discount");
        return "%s %sx%s%s %s %s %s..%s"
                .formatted(
                        row.get("segment_id"),
                        row.get("quantity"),
                        new java.math.BigDecimal(row.get("unit_price"))
                                .stripTrailingZeros()
                                .toPlainString(),
                        off.equals("0") ? "" : " -" + off,
                        row.get("kind"),
                        row.get("state"),
                        row.get("start_date"),
                        row.get("end_date") == null ? "" : row.get("end_date"));
    }

    private static List<String> events(StripeEvents events) {
        return read(events.deliveries()).rows().stream()
                .filter(it -> it.table().equals("subscription_event"))
                .map(it -> it.values().get("type") + " " + it.values().get("effective_date"))
                .sorted()
                .toList();
    }
}
