package dev.keepwell.source.webhook;

import dev.keepwell.source.webhook.Told.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The cancellations that customers asked for, and those that they took back.
final class StripeNotices {

    private static final String INVOLUNTARY = "involuntary";

    private final List<StripeState> states;
    private final Context context;

    StripeNotices(List<StripeState> states, Context context) {
        this.states = states;
        this.context = context;
    }

    /// Why it ended: because nobody paid, or because the customer wanted it.
    static String reason(StripeState over) {
        var details = over.subscription().path("cancellation_details");
        return switch (Json.text(details.path("reason"))) {
            case "payment_failed", "payment_disputed" -> INVOLUNTARY;
            case String other -> "voluntary";
        };
    }

    void tell(Told.Sum sum) {
        var asked = new TreeMap<Instant, Integer>();
        for (int i = 0; i < states.size(); i++) {
            var at = states.get(i).at("canceled_at");
            if (at != null && !reason(states.get(i)).equals(INVOLUNTARY)) {
                asked.putIfAbsent(at, i);
            }
        }
        asked.forEach((at, i) -> tell(at, states.get(i), back(at, i), sum));
    }

    /// The first state after a request that does not know it any more, or knows another.
    private @Nullable StripeState back(Instant at, int asked) {
        return states.subList(asked + 1, states.size()).stream()
                .filter(it -> !at.equals(it.at("canceled_at")))
                .findFirst()
                .orElse(null);
    }

    private void tell(Instant at, StripeState state, @Nullable StripeState back, Told.Sum sum) {
        var day = context.day(at);
        var request = values(state, "cancel_requested", at, day);
        sum.row(new Row.Whole("subscription_event", state.delivery().seq(), request));
        if (back == null) {
            return;
        }
        var reactivated = values(back, "reactivated", at, back.day());
        if (!back.day().isAfter(day)) {
            // Asked for and taken back on one day: no day saw a notice.
            var deleted = back.delivery().about().occurredAt().toString();
            request.put("deleted_at", deleted);
            reactivated.put("deleted_at", deleted);
        }
        sum.row(new Row.Whole("subscription_event", back.delivery().seq(), reactivated));
    }

    private static Map<String, @Nullable String> values(
            StripeState state, String type, Instant request, LocalDate day) {
        var subscription = Json.text(state.subscription().path("id"));
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("id", "%s-%s-%d".formatted(subscription, type, request.getEpochSecond()));
        values.put("subscription_id", subscription);
        values.put("type", type);
        values.put("effective_date", day.toString());
        return values;
    }
}
