package dev.keepwell.source.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Stripe's events about one subscription, as a test tells them.
public final class StripeEvents {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String subscription;
    private final String customer;
    private final List<String> events = new ArrayList<>();

    public StripeEvents(String subscription, String customer) {
        this.subscription = subscription;
        this.customer = customer;
    }

    /// An item at a price in minor units, each month.
    public static String item(String id, long amount, long quantity) {
        return item(id, amount, quantity, "licensed");
    }

    static String item(String id, long amount, long quantity, String usage) {
        return """
        {"id": "%s", "object": "subscription_item", "quantity": %d, "discounts": [],
         "price": {"id": "price_%d", "object": "price", "currency": "usd", "type": "recurring",
          "billing_scheme": "per_unit", "unit_amount": %d, "unit_amount_decimal": "%d",
          "recurring": {"interval": "month", "interval_count": 1, "usage_type": "%s"}}}
        """
                .formatted(id, quantity, amount, amount, amount, usage);
    }

    /// An event at a moment, with the items as they are then and whatever else differs.
    public StripeEvents event(String what, String at, String items, Map<String, ?> differing) {
        events.add(text(what, at, items, differing));
        return this;
    }

    public StripeEvents event(String what, String at, String items) {
        return event(what, at, items, Map.of());
    }

    public List<String> events() {
        return List.copyOf(events);
    }

    private String text(String what, String at, String items, Map<String, ?> differing) {
        var seconds = Instant.parse(at).getEpochSecond();
        var object =
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"object": "subscription", "id": "%s", "customer": "%s",
                                 "currency": "usd", "status": "active", "created": 1735725600,
                                 "start_date": 1735725600, "cancel_at_period_end": false,
                                 "canceled_at": null, "ended_at": null, "trial_end": null,
                                 "pause_collection": null, "discounts": [],
                                 "items": {"object": "list", "has_more": false, "data": [%s]}}
                                """
                                        .formatted(subscription, customer, items));
        differing.forEach((field, value) -> object.set(field, JSON.valueToTree(value)));
        var event = JSON.createObjectNode();
        event.put("id", "evt_%s_%d".formatted(subscription, events.size()));
        event.put("object", "event");
        event.put("type", "customer.subscription." + what);
        event.put("created", seconds);
        event.putObject("data").set("object", object);
        return JSON.writeValueAsString(event);
    }

    /// The same as deliveries that were never stored.
    List<Delivery> deliveries() {
        return deliveries(events);
    }

    static List<Delivery> deliveries(List<String> events) {
        var deliveries = new ArrayList<Delivery>();
        for (var event : events) {
            deliveries.add(delivery(deliveries.size(), Provider.STRIPE, event));
        }
        return deliveries;
    }

    static Delivery delivery(long seq, Provider provider, String event) {
        var now = Instant.parse("2025-06-01T00:00:00Z");
        var headers = Map.of("webhook-id", "msg_" + seq);
        var signed = new Signed("POST", "https://x", headers, Hmac.utf8(event));
        var it = Arriving.of(provider, signed, now).getFirst();
        return new Delivery(
                seq,
                it.id(),
                new Delivery.About(it.type(), it.subject(), it.occurredAt()),
                now,
                it.body(),
                new Delivery.Fate("waiting", null, null, null));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
