package dev.keepwell.source.webhook;

import dev.keepwell.source.webhook.Told.Row;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Reads Zendesk's ticket events, and those of organizations.
final class ZendeskReading {

    private static final String TICKET = "zen:event-type:ticket.";
    private static final String ORGANIZATION = "zen:event-type:organization.";

    private ZendeskReading() {}

    static Told read(List<Delivery> inOrder) {
        var sum = new Told.Sum();
        var ticket = new Told.Fields();
        var account = new Told.Fields();
        for (var delivery : inOrder) {
            var type = delivery.about().type();
            try {
                if (type.startsWith(TICKET)) {
                    ticket(delivery, Json.tree(delivery.body()), ticket);
                } else if (type.startsWith(ORGANIZATION)) {
                    organization(delivery, Json.tree(delivery.body()), account);
                } else {
                    sum.outcome(delivery, notRead());
                    continue;
                }
                sum.outcome(delivery, new Outcome.Applied());
            } catch (Misfit e) {
                sum.outcome(delivery, e.outcome());
            }
        }
        add(sum, ticket, "ticket");
        add(sum, account, "account");
        return sum.told();
    }

    private static void add(Told.Sum sum, Told.Fields fields, String table) {
        if (!fields.isEmpty()) {
            Row.Part part = fields.part(table);
            sum.row(part);
        }
    }

    private static Outcome notRead() {
        return new Outcome.NotUsed(
                "not_read", "Tickets and organizations are read, and nothing else of Zendesk.");
    }

    private static void ticket(Delivery from, JsonNode event, Told.Fields ticket) {
        var detail = event.path("detail");
        var id = Json.text(detail.path("id"));
        var organization = Json.text(detail.path("organization_id"));
        if (id.isEmpty() || organization.isEmpty()) {
            throw new Misfit(
                    "no_organization",
                    "The ticket belongs to no organization, so its account is not known. Give its"
                            + " requester an organization in Zendesk; the next event tells it.");
        }
        ticket.say(from, "ticket_id", id).say(from, "account_id", organization);
        some(ticket, from, "requester_contact_id", detail.path("requester_id"));
        some(ticket, from, "created_at", detail.path("created_at"));
        some(ticket, from, "agent_id", detail.path("assignee_id"));
        some(ticket, from, "channel", detail.path("via").path("channel"));
        priority(ticket, from, detail.path("priority"));
        status(ticket, from, detail);
    }

    private static void priority(Told.Fields ticket, Delivery from, JsonNode priority) {
        var word = Json.text(priority).toLowerCase(Locale.ROOT);
        if (!word.isEmpty()) {
            ticket.say(from, "priority", word.equals("urgent") ? "critical" : word);
        }
    }

    /// A ticket that is opened again was not solved after all.
    private static void status(Told.Fields ticket, Delivery from, JsonNode detail) {
        var status = Json.text(detail.path("status")).toLowerCase(Locale.ROOT);
        if (status.isEmpty()) {
            return;
        }
        ticket.say(from, "status", status);
        var at = from.about().occurredAt().toString();
        var changed = from.about().type().equals(TICKET + "status_changed");
        switch (status) {
            case "solved" -> {
                if (changed) {
                    ticket.say(from, "solved_at", at);
                }
            }
            case "closed" -> {
                if (changed) {
                    ticket.say(from, "closed_at", at);
                }
            }
            case String open -> ticket.say(from, "solved_at", null);
        }
    }

    private static void organization(Delivery from, JsonNode event, Told.Fields account) {
        var detail = event.path("detail");
        var id = Json.text(detail.path("id"));
        if (id.isEmpty()) {
            throw new Misfit("no_id", "The event does not say which organization it speaks of.");
        }
        account.say(from, "account_id", id);
        some(account, from, "name", detail.path("name"));
    }

    static void some(Told.Fields fields, Delivery from, String column, JsonNode node) {
        var value = Json.some(node);
        if (value != null) {
            fields.say(from, column, value);
        }
    }
}
