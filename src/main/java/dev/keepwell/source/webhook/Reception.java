package dev.keepwell.source.webhook;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.flow.Pauses;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Takes deliveries in: holds the signature against the bytes, writes them down durably, and only
/// then says that they came.
final class Reception {

    private final Endpoints endpoints;
    private final Database database;
    private final RefusedDeliveries refused;
    private final Runnable wake;
    private final Pauses pauses;
    private final Clock clock;

    Reception(
            Endpoints endpoints,
            Database database,
            RefusedDeliveries refused,
            Runnable wake,
            Pauses pauses,
            Clock clock) {
        this.endpoints = endpoints;
        this.database = database;
        this.refused = refused;
        this.wake = wake;
        this.pauses = pauses;
        this.clock = clock;
    }

    /// The address that is called, which somebody has to have been told.
    Endpoints.Called require(String endpointId) {
        return endpoints
                .called(endpointId)
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_webhook",
                                "No webhook has this address. Copy it anew from the list of"
                                        + " webhooks."));
    }

    /// The answer to one request.
    Map<String, Object> take(String endpointId, Signed request) {
        var called = require(endpointId);
        var endpoint = called.endpoint();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var signed = asSeenFromOutside(endpoint, request);
        try {
            Signatures.verify(endpoint.provider(), signed, called.secrets(), now);
        } catch (Unsigned e) {
            refused.note(endpoint, e, now);
            throw e;
        }
        return endpoint.provider() == Provider.SLACK && isChallenge(signed)
                ? Map.of("challenge", Json.text(Json.tree(signed.body()).path("challenge")))
                : written(endpoint, signed);
    }

    /// While its source is paused nothing is acknowledged: providers send it again later.
    private Map<String, Object> written(Endpoint endpoint, Signed signed) {
        pauses.check(endpoint.workspace(), endpoint.source());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var told = Arriving.of(endpoint.provider(), signed, now);
        int fresh =
                database.in(
                        endpoint.workspace(),
                        session -> new DeliveryLog(session).append(endpoint, told, now));
        wake.run();
        return Map.of("received", told.size(), "duplicate", told.size() - fresh);
    }

    private static boolean isChallenge(Signed signed) {
        return Json.text(Json.tree(signed.body()).path("type")).equals("url_verification");
    }

    /// Behind a proxy the address that was signed is not the one that was called here.
    private static Signed asSeenFromOutside(Endpoint endpoint, Signed request) {
        var base = endpoint.wiring().publicUrl();
        return base == null
                ? request
                : new Signed(
                        request.method(),
                        base.replaceAll("/+$", "") + "/webhooks/" + endpoint.id(),
                        request.headers(),
                        request.body());
    }
}
