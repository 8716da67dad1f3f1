package dev.keepwell.source.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The events of a subscription that nobody thought of.
final class RandomSubscription {

    private static final Instant BEGIN = Instant.parse("2025-01-01T10:00:00Z");
    private static final List<String> STATUSES =
            List.of("active", "active", "active", "past_due", "unpaid", "trialing", "paused");

    private RandomSubscription() {}

    static StripeEvents of(Random chance) {
        var events = new StripeEvents("sub_r", "cus_r");
        var at = BEGIN;
        events.event("created", at.toString(), items(chance), Map.of());
        for (int i = chance.nextInt(6); i > 0; i--) {
            at = at.plus(chance.nextInt(40), ChronoUnit.HOURS);
            if (chance.nextInt(3) > 0) {
                at = at.plus(chance.nextInt(20), ChronoUnit.DAYS);
            }
            events.event("updated", at.toString(), items(chance), differing(chance, at));
        }
        if (chance.nextInt(3) == 0) {
            var over = new HashMap<String, Object>();
            over.put("status", "canceled");
            over.put("ended_at", at.getEpochSecond() + 3_600);
            over.put("canceled_at", at.getEpochSecond());
            events.event("deleted", at.plusSeconds(7_200).toString(), items(chance), over);
        }
        return events;
    }

    private static Map<String, Object> differing(Random chance, Instant at) {
        var differing = new HashMap<String, Object>();
        differing.put("status", STATUSES.get(chance.nextInt(STATUSES.size())));
        if (chance.nextInt(4) == 0) {
            differing.put("cancel_at_period_end", true);
            differing.put("canceled_at", at.getEpochSecond());
            differing.put("current_period_end", at.getEpochSecond() + 1_000_000);
        }
        if (chance.nextInt(4) == 0) {
            differing.put("pause_collection", Map.of("behavior", "void"));
        }
        if (chance.nextInt(3) == 0) {
            differing.put("discounts", List.of(discount(chance, at)));
        }
        return differing;
    }

    private static Map<String, Object> discount(Random chance, Instant at) {
        var start = at.getEpochSecond() - 86_400L * chance.nextInt(5);
        var coupon = Map.of("percent_off", 10 + chance.nextInt(50), "duration", "repeating");
        return Map.of(
                "object",
                "discount",
                "id",
                "di_" + start,
                "start",
                start,
                "end",
                start + 86_400L * chance.nextInt(60),
                "coupon",
                coupon);
    }

    private static String items(Random chance) {
        var one = StripeEvents.item("si_1", 100L * chance.nextInt(3), 1 + chance.nextInt(2));
        return chance.nextBoolean()
                ? one
                : one + "," + StripeEvents.item("si_2", 500, 1 + chance.nextInt(3));
    }
}
