package dev.keepwell.source.webhook;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads records that are told in our own words: `{"type": "account.updated", "data": {columns}}`.
final class StandardReading {

    private StandardReading() {}

    /// `account` of `account.updated`.
    static String table(String type) {
        var dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /// What names the record, so that all that is told of one is read together.
    static String key(String table, JsonNode data) {
        for (var column : List.of(table + "_id", "id", "segment_id")) {
            var key = Json.text(data.path(column));
            if (!key.isEmpty()) {
                return key;
            }
        }
        return data.toString();
    }

    static Told read(List<Delivery> inOrder) {
        var sum = new Told.Sum();
        var fields = new Told.Fields();
        for (var delivery : inOrder) {
            var data = Json.tree(delivery.body()).path("data");
            if (data.isObject() && !data.isEmpty()) {
                data.properties()
                        .forEach(it -> fields.say(delivery, it.getKey(), Json.some(it.getValue())));
                var deleted = delivery.about().type().endsWith(".deleted");
                fields.say(
                        delivery,
                        "deleted_at",
                        deleted ? delivery.about().occurredAt().toString() : null);
                sum.outcome(delivery, new Outcome.Applied());
            } else {
                sum.outcome(
                        delivery,
                        new Outcome.SetAside(
                                "no_data",
                                "The event has no object `data` with columns of a record. Send"
                                        + " {\"type\", \"timestamp\", \"data\"}."));
            }
        }
        if (!fields.isEmpty()) {
            sum.row(fields.part(table(inOrder.getFirst().about().type())));
        }
        return sum.told();
    }
}
