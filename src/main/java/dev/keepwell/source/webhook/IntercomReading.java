package dev.keepwell.source.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Intercom tells of companies, contacts and conversations, as far as it says whose they
/// are.
final class IntercomReading {

    private IntercomReading() {}

    static Told read(List<Delivery> inOrder) {
        var sum = new Told.Sum();
        for (var delivery : inOrder) {
            var item = Json.tree(delivery.body()).path("data").path("item");
            try {
                sum.outcome(delivery, read(delivery, item, sum));
            } catch (Misfit e) {
                sum.outcome(delivery, e.outcome());
            }
        }
        return sum.told();
    }

    private static Outcome read(Delivery delivery, JsonNode item, Told.Sum sum) {
        switch (Json.text(item.path("type"))) {
            case "company" -> sum.row(company(delivery, item).part("account"));
            case "contact", "user", "lead" -> sum.row(contact(delivery, item).part("contact"));
            case "conversation" -> sum.row(conversation(delivery, item));
            case String other -> {
                return new Outcome.NotUsed(
                        "not_read",
                        "Companies, contacts and conversations are read, and nothing else of"
                                + " Intercom.");
            }
        }
        return new Outcome.Applied();
    }

    private static Told.Fields company(Delivery from, JsonNode item) {
        var fields = new Told.Fields().say(from, "account_id", Json.text(item.path("id")));
        ZendeskReading.some(fields, from, "name", item.path("name"));
        return fields;
    }

    private static Told.Fields contact(Delivery from, JsonNode item) {
        var fields = new Told.Fields().say(from, "contact_id", Json.text(item.path("id")));
        var company = companyOf(item);
        if (!company.isEmpty()) {
            fields.say(from, "account_id", company);
        }
        ZendeskReading.some(fields, from, "name", item.path("name"));
        ZendeskReading.some(fields, from, "email", item.path("email"));
        return fields;
    }

    /// A conversation is one touch, from the time at which it began.
    private static Told.Row conversation(Delivery from, JsonNode item) {
        var company = companyOf(item);
        var began = Json.seconds(item.path("created_at"));
        if (company.isEmpty() || began == null) {
            throw new Misfit(
                    "no_company",
                    "The conversation does not say which company it is with, or when it began, so"
                            + " it can be nobody's touch. Import conversations with their company"
                            + " as a file.");
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        var id = Json.text(item.path("id"));
        values.put("touch_id", id);
        values.put("account_id", company);
        values.put("channel", "chat");
        values.put("direction", isOurs(item) ? "outbound" : "inbound");
        values.put("occurred_at", began.toString());
        values.put("thread_key", id);
        return new Told.Row.Whole("touch", from.seq(), values);
    }

    private static boolean isOurs(JsonNode conversation) {
        var author = conversation.path("source").path("author").path("type");
        return List.of("admin", "bot", "team").contains(Json.text(author));
    }

    private static String companyOf(JsonNode item) {
        var company = Json.text(item.path("company").path("id"));
        if (!company.isEmpty()) {
            return company;
        }
        var companies = item.path("companies");
        var list = companies.isArray() ? companies : companies.path("data");
        if (!list.isArray()) {
            list = companies.path("companies");
        }
        return Json.text(list.path(0).path("id"));
    }
}
