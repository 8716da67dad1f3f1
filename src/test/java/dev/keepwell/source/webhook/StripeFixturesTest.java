package dev.keepwell.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Stripe's own example objects, as events, read as they are written.
class StripeFixturesTest {

    private static final Path FIXTURES = Path.of("../shared/data/stripe/fixtures3.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonNode resources = JSON.createObjectNode();

    @BeforeEach
    void fixtures() throws IOException {
        assumeTrue(Files.exists(FIXTURES), FIXTURES + " is not here.");
        resources = JSON.readTree(Files.readString(FIXTURES)).path("resources");
    }

    /// The example is in packs of more than a milliard, and so its one seat is no pack.
    @Test
    void a_subscription_is_priced_by_all_that_its_example_says() {
        var told = read("customer.subscription.updated", "subscription");

        assertThat(told.outcomes().values()).containsExactly(new Outcome.Applied());
        assertThat(row(told, "subscription_segment"))
                .containsEntry("account_id", "cus_QXg1o8vcGmoR32")
                .containsEntry("quantity", "0")
                .containsEntry("state", "paused")
                .containsEntry("interval_unit", "month")
                .containsEntry("ccy", "USD");
    }

    @Test
    void without_packs_it_is_twenty_dollars_a_month() {
        var item = (ObjectNode) resources.at("/subscription/items/data/0/price");
        item.remove("transform_quantity");

        var told = read("customer.subscription.updated", "subscription");

        assertThat(row(told, "subscription_segment"))
                .containsEntry("quantity", "1")
                .containsEntry("unit_price", "20.00");
    }

    @Test
    void a_draft_is_no_bill() {
        assertThat(read("invoice.created", "invoice").rows()).isEmpty();
    }

    @Test
    void a_credit_note_is_told() {
        assertThat(row(read("credit_note.created", "credit_note"), "credit_note"))
                .containsEntry("amount", "16.90")
                .containsEntry("issued_on", "2009-02-13");
    }

    private Told read(String type, String resource) {
        var event = JSON.createObjectNode();
        event.put("id", "evt_1").put("type", type).put("created", 1_735_725_600);
        event.putObject("data").set("object", resources.path(resource));
        var delivery = StripeEvents.delivery(1, Provider.STRIPE, event.toString());
        return DeliveryReading.read(
                Provider.STRIPE, List.of(delivery), new Context(ZoneOffset.UTC, Map.of()));
    }

    private static Map<String, String> row(Told told, String table) {
        return told.rows().stream()
                .filter(it -> it.table().equals(table) && it instanceof Told.Row.Whole)
                .findFirst()
                .orElseThrow()
                .values();
    }
}
