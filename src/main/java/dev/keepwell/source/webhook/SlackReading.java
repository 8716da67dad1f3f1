package dev.keepwell.source.webhook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the messages of channels that belong to an account.
final class SlackReading {

    private SlackReading() {}

    static Told read(List<Delivery> inOrder, Context context) {
        var sum = new Told.Sum();
        for (var delivery : inOrder) {
            var payload = Json.tree(delivery.body());
            sum.outcome(delivery, read(delivery, payload, context, sum));
        }
        return sum.told();
    }

    private static Outcome read(
            Delivery delivery, JsonNode payload, Context context, Told.Sum sum) {
        var event = payload.path("event");
        if (!Json.text(event.path("type")).equals("message")
                || !Json.text(event.path("subtype")).isEmpty()) {
            return new Outcome.NotUsed(
                    "no_message", "Only what somebody writes in a channel is a touch.");
        }
        var channel = Json.text(event.path("channel"));
        var account = context.channels().get(channel);
        if (account == null) {
            return new Outcome.NotUsed(
                    "channel_without_account",
                    "No account belongs to the channel %s. Name one when you make the webhook."
                            .formatted(channel));
        }
        var at = moment(Json.text(event.path("ts")));
        if (at == null) {
            return new Outcome.SetAside(
                    "no_time", "The message does not say when it was written (ts).");
        }
        sum.row(new Told.Row.Whole("touch", delivery.seq(), touch(payload, account, at)));
        return new Outcome.Applied();
    }

    private static Map<String, @Nullable String> touch(
            JsonNode payload, String account, Instant at) {
        var event = payload.path("event");
        var channel = Json.text(event.path("channel"));
        var ts = Json.text(event.path("ts"));
        var thread = Json.text(event.path("thread_ts"));
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("touch_id", channel + "-" + ts);
        values.put("account_id", account);
        values.put("channel", "chat");
        values.put("direction", direction(payload));
        values.put("occurred_at", at.toString());
        values.put("is_automated", Boolean.toString(event.hasNonNull("bot_id")));
        values.put("thread_key", channel + "-" + (thread.isEmpty() ? ts : thread));
        return values;
    }

    /// In a shared channel the message tells whose team wrote it, and the event whose it reached.
    private static String direction(JsonNode payload) {
        var event = payload.path("event");
        var writer =
                Json.text(
                        event.path("user_team").isMissingNode()
                                ? event.path("team")
                                : event.path("user_team"));
        var ours = Json.text(payload.path("team_id"));
        return writer.isEmpty() || writer.equals(ours) ? "outbound" : "inbound";
    }

    /// `1355517523.000005`: seconds, and a number that tells messages apart.
    private static @Nullable Instant moment(String ts) {
        return ts.matches("\\d{1,11}\\.\\d{1,9}")
                ? Instant.ofEpochSecond(new BigDecimal(ts).longValue())
                : null;
    }
}
