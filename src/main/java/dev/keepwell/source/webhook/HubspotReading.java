package dev.keepwell.source.webhook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what HubSpot tells of the properties of companies and contacts: one property at a time.
final class HubspotReading {

    private static final Map<String, String> OF_COMPANY =
            Map.of(
                    "name", "name",
                    "domain", "domain",
                    "country", "country",
                    "lifecyclestage", "lifecycle_stage",
                    "hs_parent_company_id", "parent_id");

    private static final Map<String, String> OF_CONTACT =
            Map.of(
                    "email", "email",
                    "jobtitle", "title",
                    "associatedcompanyid", "account_id");

    private HubspotReading() {}

    static Told read(List<Delivery> inOrder) {
        var sum = new Told.Sum();
        var fields = new Told.Fields();
        var kind = kind(inOrder.getFirst());
        var columns = kind.equals("company") ? OF_COMPANY : OF_CONTACT;
        for (var delivery : inOrder) {
            sum.outcome(delivery, say(delivery, Json.tree(delivery.body()), columns, fields));
        }
        if (!fields.isEmpty()) {
            var table = kind.equals("company") ? "account" : "contact";
            var first = inOrder.getFirst();
            var id = Json.text(Json.tree(first.body()).path("objectId"));
            sum.row(fields.named(table + "_id", id).part(table));
        }
        return sum.told();
    }

    private static String kind(Delivery delivery) {
        return delivery.about().type().replaceAll("\\..*", "");
    }

    private static Outcome say(
            Delivery delivery, JsonNode event, Map<String, String> columns, Told.Fields fields) {
        var type = delivery.about().type();
        if (!type.equals("company.propertyChange") && !type.equals("contact.propertyChange")) {
            return new Outcome.NotUsed(
                    "not_read",
                    "An event of type %s carries no property. Subscribe to propertyChange."
                            .formatted(type));
        }
        var property = Json.text(event.path("propertyName"));
        var column = columns.get(property);
        if (column == null) {
            return new Outcome.NotUsed(
                    "property_not_read",
                    "No column is filled from the property %s.".formatted(property));
        }
        @Nullable String value = Json.some(event.path("propertyValue"));
        fields.say(delivery, column, value);
        return new Outcome.Applied();
    }
}
