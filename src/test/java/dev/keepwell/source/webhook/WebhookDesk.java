package dev.keepwell.source.webhook;

import dev.keepwell.customer.DeliveredDesk;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.flow.Pauses;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.workspace.Conventions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Where tests deliver: a workspace of its own, an address, and a clock that stands until moved.
final class WebhookDesk {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Function<WorkspaceId, Conventions> CONVENTIONS = _ -> Conventions.DEFAULT;

    final Database database = TestDatabase.open();
    final WorkspaceId workspace = TestDatabase.freshWorkspace();
    final Endpoints endpoints;
    final Deliveries deliveries = new Deliveries(database);
    final RefusedDeliveries refused = new RefusedDeliveries(database);
    final RowKeeping keeping = DeliveredDesk.keeping(CONVENTIONS);
    private final Clock clock;
    private final Provider provider;
    private Endpoint endpoint;
    private Instant now = Instant.parse("2025-06-01T12:00:00Z");

    WebhookDesk(Provider provider) {
        this(provider, Map.of());
    }

    WebhookDesk(Provider provider, Map<String, String> channels) {
        InstantSource source = () -> now;
        clock = source.withZone(ZoneOffset.UTC);
        this.provider = provider;
        endpoints = new Endpoints(database, clock);
        var order =
                new Endpoints.Order(provider.word(), "", "", SECRET, "https://k.example", channels);
        endpoint = endpoints.create(workspace, order).endpoint();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    void later(Duration passed) {
        now = now.plus(passed);
    }

    Instant now() {
        return now;
    }

    /// Sends under a good signature, and tells how many of it were known already.
    int deliver(String event) {
        var body = Hmac.utf8(event);
        var url = "https://k.example/webhooks/" + endpoint.id();
        var headers = Signing.headers(provider, SECRET, now, url, body);
        return deliver(new Signed("POST", "http://inside", headers, body));
    }

    int deliver(Signed request) {
        var answer = reception().take(endpoint.id(), request);
        return answer.get("duplicate") instanceof Integer duplicate ? duplicate : -1;
    }

    Reception reception() {
        return new Reception(endpoints, database, refused, () -> {}, new Pauses(database), clock);
    }

    DeliveryWorker worker(RowKeeping keeping) {
        return new DeliveryWorker(database, endpoints, keeping, CONVENTIONS, clock);
    }

    /// Settles all that waits.
    WebhookDesk settle() {
        while (worker(keeping).portion(workspace)) {
            now = now.plusMillis(1);
        }
        return this;
    }

    /// `state reason` of each delivery, the oldest first.
    List<String> states() {
        return deliveries
                .list(workspace, endpoint.id(), "", Long.MAX_VALUE, 500)
                .reversed()
                .stream()
                .map(Delivery::fate)
                .map(it -> it.reason() == null ? it.state() : it.state() + " " + it.reason())
                .toList();
    }

    /// The rows of a query, each as its values joined with a bar.
    List<String> rows(String sql) {
        return database.in(
                workspace,
                session ->
                        session.sql().sql(sql).query().listOfRows().stream()
                                .map(row ->
                                        String.join(
                                                "|",
                                                row.values().stream()
                                                        .map(String::valueOf)
                                                        .toList()))
                                .toList());
    }
}
