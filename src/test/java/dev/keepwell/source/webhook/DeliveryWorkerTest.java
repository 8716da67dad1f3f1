package dev.keepwell.source.webhook;

import static dev.keepwell.source.webhook.StripeEvents.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Deliveries become records: once, whatever comes first, and whatever ends the process.
class DeliveryWorkerTest {

    private static final String CUSTOMER =
            """
            {"id": "evt_c", "type": "customer.created", "created": 1735725600,
             "data": {"object": {"object": "customer", "id": "cus_r", "name": "Acorn Bakery",
              "email": "anna@acorn.example", "currency": "usd", "address": {"country": "DE"}}}}
            """;

    private static final String ALIVE =
            """
            select source_id, quantity, unit_price, pct_discount, kind, state, start_date, end_date
            from customer.subscription_segment
            where superseded_at is null and (end_date is null or end_date > start_date)
            order by source_id
            """;

    private final WebhookDesk desk = new WebhookDesk(Provider.STRIPE);

    @Test
    void a_customer_is_an_account_and_the_one_who_is_written_to() {
        desk.deliver(CUSTOMER);

        desk.settle();

        assertThat(
                        desk.rows(
                                "select source_system, source_id, name, country from"
                                        + " customer.account"))
                .containsExactly("stripe|cus_r|Acorn Bakery|DE");
        assertThat(desk.rows("select source_id, email from customer.contact"))
                .containsExactly("cus_r|anna@acorn.example");
        assertThat(desk.states()).containsExactly("applied");
        assertThat(desk.deliveries.bySource(desk.workspace))
                .containsExactly(
                        new Deliveries.Counts(
                                "stripe", desk.endpoint().wiring().createdAt(), 1, 0, 1, 0, 0, 0));
    }

    @Test
    void the_records_follow_from_what_was_told_and_not_from_its_order() {
        var chance = new Random(3);
        for (int i = 0; i < 2; i++) {
            var events = new ArrayList<>(RandomSubscription.of(chance).events());
            events.add(CUSTOMER);
            var inOrder = settledOneByOne(events);
            Collections.shuffle(events, chance);
            events.add(events.getFirst());
            assertThat(settledOneByOne(events)).isEqualTo(inOrder);
        }
    }

    private static List<String> settledOneByOne(List<String> events) {
        var desk = new WebhookDesk(Provider.STRIPE);
        for (var event : events) {
            desk.deliver(event);
            desk.settle();
        }
        return desk.rows(ALIVE);
    }

    @Test
    void what_comes_again_is_a_duplicate_and_is_not_applied() {
        assertThat(desk.deliver(CUSTOMER)).isZero();
        desk.settle();
        desk.later(Hmac.TOLERANCE.multipliedBy(100));

        assertThat(desk.deliver(CUSTOMER)).isEqualTo(1);

        desk.settle();
        assertThat(desk.states()).hasSize(1);
        assertThat(desk.rows("select duplicate, received from source.webhook_count"))
                .containsExactly("1|2");
        assertThat(desk.rows("select count(*) from customer.account")).containsExactly("1");
    }

    @Test
    void what_ends_the_process_leaves_all_or_nothing() {
        desk.deliver(CUSTOMER);
        RowKeeping dying =
                (session, batch) -> {
                    desk.keeping.keep(session, batch);
                    throw new AssertionError("The process ends here.");
                };

        assertThatThrownBy(() -> desk.worker(dying).portion(desk.workspace))
                .isInstanceOf(AssertionError.class);

        assertThat(desk.states()).containsExactly("waiting");
        assertThat(desk.rows("select count(*) from customer.account")).containsExactly("0");
        desk.settle();
        assertThat(desk.rows("select count(*) from customer.account")).containsExactly("1");
    }

    @Test
    void one_that_nobody_foresaw_does_not_hold_up_the_others() {
        desk.deliver(CUSTOMER.replace("evt_c", "evt_bad").replace("cus_r", "cus_bad"));
        desk.deliver(CUSTOMER);
        RowKeeping broken =
                (session, batch) -> {
                    if (batch.rows().toString().contains("cus_bad")) {
                        throw new IllegalStateException("Nobody foresaw this.");
                    }
                    return desk.keeping.keep(session, batch);
                };

        while (desk.worker(broken).portion(desk.workspace)) {}

        assertThat(desk.states()).containsExactly("set_aside fault", "applied");
        desk.deliveries.replay(desk.workspace, desk.endpoint().id(), null);
        desk.settle();
        assertThat(desk.states()).containsExactly("applied", "applied");
    }

    @Test
    void what_points_to_nobody_waits_for_somebody() {
        new StripeEvents("sub_1", "cus_r")
                .event("created", "2025-01-01T10:00:00Z", item("si_1", 1_000, 2))
                .events()
                .forEach(desk::deliver);
        desk.settle();
        assertThat(desk.states()).containsExactly("set_aside unknown_account");

        desk.deliver(CUSTOMER);

        desk.settle();
        assertThat(desk.states()).containsExactly("applied", "applied");
        assertThat(desk.rows(ALIVE))
                .containsExactly("si_1-2025-01-01|2|10.0000|0|recurring|active|2025-01-01|null");
    }

    @Test
    void a_paused_address_keeps_what_comes_until_it_goes_on() {
        desk.endpoints.pause(desk.workspace, desk.endpoint().id(), true);
        desk.deliver(CUSTOMER);
        desk.settle();
        assertThat(desk.states()).containsExactly("waiting");

        desk.endpoints.pause(desk.workspace, desk.endpoint().id(), false);

        assertThat(desk.settle().states()).containsExactly("applied");
    }

    @Test
    void both_secrets_count_until_the_exchange_is_over() {
        var id = desk.endpoint().id();
        desk.endpoints.rotate(desk.workspace, id, "another secret");
        desk.deliver(CUSTOMER);

        desk.endpoints.forgetOldSecret(desk.workspace, id);

        assertThatThrownBy(() -> desk.deliver(CUSTOMER)).isInstanceOf(Unsigned.class);
        desk.refused.write();
        assertThat(desk.deliveries.refusals(desk.workspace).get(id).count()).isEqualTo(1);
        assertThat(desk.endpoints.list(desk.workspace).toString()).doesNotContain("another secret");
    }

    @Test
    void bills_payments_and_credits_are_told_in_whole_units() {
        desk.deliver(CUSTOMER);
        desk.deliver(invoice("evt_1", "invoice.finalized", "open", 0, 250_000));
        desk.deliver(invoice("evt_2", "invoice.paid", "paid", 250_000, 0));
        desk.deliver(invoice("evt_0", "invoice.created", "draft", 0, 250_000));
        desk.deliver(
                """
                {"id": "evt_n", "type": "credit_note.created", "created": 1740787300,
                 "data": {"object": {"object": "credit_note", "id": "cn_1", "invoice": "in_1",
                  "currency": "kwd", "total": 12500, "status": "issued", "created": 1740787300}}}
                """);

        desk.settle();

        assertThat(
                        desk.rows(
                                """
                                select source_id, total, open_balance, ccy, status, issued_on,
                                    paid_on
                                from customer.invoice where superseded_at is null
                                """))
                .containsExactly("in_1|250.0000|0.0000|KWD|paid|2025-03-01|2025-03-02");
        assertThat(desk.rows("select amount, paid_on from customer.invoice_payment"))
                .containsExactly("250.0000|2025-03-02");
        assertThat(desk.rows("select amount from customer.credit_note")).containsExactly("12.5000");
        assertThat(desk.states())
                .containsExactly("applied", "applied", "applied", "not_used draft", "applied");
    }

    private static String invoice(String id, String type, String status, long paid, long open) {
        var paidAt = status.equals("paid") ? "1740873600" : "null";
        return """
        {"id": "%s", "type": "%s", "created": 1740787200, "data": {"object": {
         "object": "invoice", "id": "in_1", "customer": "cus_r", "currency": "kwd",
         "status": "%s", "total": 250000, "amount_paid": %d, "amount_remaining": %d,
         "created": 1740787200, "due_date": null, "collection_method": "charge_automatically",
         "status_transitions": {"finalized_at": 1740787200, "paid_at": %s}}}}
        """
                .formatted(id, type, status, paid, open, paidAt);
    }
}
