package dev.keepwell.source.webhook;

import dev.keepwell.source.webhook.Told.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads Stripe's events: customers, subscriptions, invoices and credit notes.
final class StripeReading {

    private StripeReading() {}

    /// The object that an event speaks of. What is told of a subscription's discount belongs to it.
    static String subject(JsonNode object) {
        var type = Json.text(object.path("object"));
        var subscription = Json.text(object.path("subscription"));
        return type.equals("discount") && !subscription.isEmpty()
                ? "subscription:" + subscription
                : type + ":" + Json.text(object.path("id"));
    }

    static Told read(List<Delivery> inOrder, Context context) {
        var subject = inOrder.getFirst().about().subject();
        return switch (subject.substring(0, Math.max(0, subject.indexOf(':')))) {
            case "subscription" -> StripeSubscription.read(inOrder, context);
            case "customer" -> customer(inOrder);
            case "invoice" -> new StripeBills(context).invoice(inOrder);
            case "credit_note" -> new StripeBills(context).creditNote(inOrder);
            case String other ->
                    Told.nothing(
                            inOrder,
                            new Outcome.NotUsed(
                                    "not_read",
                                    "Customers, subscriptions, invoices and credit notes are read,"
                                            + " and nothing else of Stripe."));
        };
    }

    static JsonNode object(Delivery delivery) {
        return Json.tree(delivery.body()).path("data").path("object");
    }

    private static Told customer(List<Delivery> inOrder) {
        var sum = new Told.Sum();
        var account = new Told.Fields();
        var contact = new Told.Fields();
        for (var delivery : inOrder) {
            if (delivery.about().type().equals("customer.deleted")) {
                sum.outcome(
                        delivery,
                        new Outcome.NotUsed(
                                "history_stays",
                                "The account stays with its history. Its subscriptions end by"
                                        + " their own events."));
            } else {
                say(delivery, object(delivery), account, contact);
                sum.outcome(delivery, new Outcome.Applied());
            }
        }
        if (!account.isEmpty()) {
            sum.row(account.part("account"));
        }
        if (!contact.isEmpty()) {
            sum.row(contact.part("contact"));
        }
        return sum.told();
    }

    private static void say(
            Delivery from, JsonNode customer, Told.Fields account, Told.Fields contact) {
        var id = Json.text(customer.path("id"));
        var email = Json.some(customer.path("email"));
        account.say(from, "account_id", id);
        carried(account, from, "name", Json.some(customer.path("name")), email);
        carried(account, from, "country", Json.some(customer.path("address").path("country")));
        carried(account, from, "currency", Json.some(customer.path("currency")));
        if (email != null) {
            contact.say(from, "contact_id", id).say(from, "account_id", id);
            contact.say(from, "email", email);
        }
    }

    /// Only what is told: an empty field says nothing about what another file knows.
    private static void carried(
            Told.Fields fields, Delivery from, String column, @Nullable String... values) {
        for (var value : values) {
            if (value != null) {
                fields.say(from, column, value);
                return;
            }
        }
    }

    /// Bills and what is taken back from them.
    private record StripeBills(Context context) {

        Told invoice(List<Delivery> inOrder) {
            var sum = new Told.Sum();
            @Nullable Delivery last = null;
            for (var delivery : inOrder) {
                var status = Json.text(object(delivery).path("status"));
                if (status.equals("draft") || status.isEmpty()) {
                    sum.outcome(
                            delivery,
                            new Outcome.NotUsed("draft", "A draft is no bill yet: it may change."));
                } else {
                    last =
                            last == null || !isSettled(last) || isSettled(delivery)
                                    ? delivery
                                    : last;
                    sum.outcome(delivery, new Outcome.Applied());
                }
            }
            if (last != null) {
                bill(last, object(last), sum);
            }
            return sum.told();
        }

        /// A bill that was paid or voided is not open again; such an event of the same second was
        /// told first.
        private static boolean isSettled(Delivery delivery) {
            return !Json.text(object(delivery).path("status")).equals("open");
        }

        private void bill(Delivery from, JsonNode invoice, Told.Sum sum) {
            try {
                sum.row(new Row.Whole("invoice", from.seq(), bill(from, invoice)));
                if (invoice.path("amount_paid").asLong(0) > 0 && paidOn(invoice) != null) {
                    sum.row(new Row.Whole("invoice_payment", from.seq(), payment(invoice)));
                }
            } catch (Misfit e) {
                sum.outcome(from, e.outcome());
            }
        }

        private Map<String, @Nullable String> bill(Delivery from, JsonNode invoice) {
            var issued = issued(from, invoice);
            var due = Json.seconds(invoice.path("due_date"));
            var automatic =
                    Json.text(invoice.path("collection_method")).equals("charge_automatically");
            var values = new LinkedHashMap<String, @Nullable String>();
            values.put("invoice_id", Json.text(invoice.path("id")));
            values.put("account_id", StripeState.reference(invoice.path("customer")));
            values.put("issued_on", context.day(issued).toString());
            // What is charged by itself is due at once.
            values.put("due_on", due == null && automatic ? day(issued) : day(due));
            values.put("total", StripeMoney.major(invoice, "total"));
            values.put("open_balance", StripeMoney.major(invoice, "amount_remaining"));
            values.put("ccy", StripeMoney.currency(invoice));
            values.put("status", Json.text(invoice.path("status")));
            values.put("paid_on", paidOn(invoice));
            return values;
        }

        private Map<String, @Nullable String> payment(JsonNode invoice) {
            var values = new LinkedHashMap<String, @Nullable String>();
            values.put("id", Json.text(invoice.path("id")) + "-paid");
            values.put("invoice_id", Json.text(invoice.path("id")));
            values.put("amount", StripeMoney.major(invoice, "amount_paid"));
            values.put("paid_on", paidOn(invoice));
            return values;
        }

        private @Nullable String paidOn(JsonNode invoice) {
            return day(Json.seconds(invoice.path("status_transitions").path("paid_at")));
        }

        private @Nullable String day(@Nullable Instant instant) {
            return instant == null ? null : context.day(instant).toString();
        }

        private static Instant issued(Delivery from, JsonNode bill) {
            var finalized = Json.seconds(bill.path("status_transitions").path("finalized_at"));
            var effective = Json.seconds(bill.path("effective_at"));
            var created = Json.seconds(bill.path("created"));
            return Objects.requireNonNullElse(
                    finalized == null ? (effective == null ? created : effective) : finalized,
                    from.about().occurredAt());
        }

        Told creditNote(List<Delivery> inOrder) {
            var sum = new Told.Sum();
            inOrder.forEach(it -> sum.outcome(it, new Outcome.Applied()));
            var last = inOrder.getLast();
            var note = object(last);
            try {
                var values = new LinkedHashMap<String, @Nullable String>();
                values.put("credit_note_id", Json.text(note.path("id")));
                values.put("invoice_id", StripeState.reference(note.path("invoice")));
                values.put("amount", StripeMoney.major(note, "total"));
                values.put("issued_on", context.day(issued(last, note)).toString());
                var voided = Json.seconds(note.path("voided_at"));
                if (Json.text(note.path("status")).equals("void") && voided != null) {
                    values.put("deleted_at", voided.toString());
                }
                sum.row(new Row.Whole("credit_note", last.seq(), values));
            } catch (Misfit e) {
                sum.outcome(last, e.outcome());
            }
            return sum.told();
        }
    }
}
