package dev.keepwell.screen.data;

import dev.keepwell.source.event.Call;
import java.util.ArrayList;
import java.util.List;

/// A call that was opened: what was sent, what we make of it, and how to send it again.
public record CallBody(String id, Payload payload, List<Fact> facts, String problem, Curl curl) {

    /// Something to know about it.
    public record Fact(String label, String value) {}

    public CallBody {
        facts = List.copyOf(facts);
    }

    static CallBody of(Call call, Clocked.Place place) {
        var why = call.why();
        var route = call.request().route();
        return new CallBody(
                call.id(),
                Payload.of(call.payload(), why == null ? "" : why.pointer()),
                facts(call, place),
                why == null ? "" : problem(why),
                call.state() == Call.State.REFUSED
                        ? Curl.request(route, call.payload())
                        : Curl.event(route, call.payload()));
    }

    private static String problem(Call.Why why) {
        var place = why.pointer().isEmpty() ? "" : " It is about " + why.pointer() + ".";
        return why.status() == 200
                ? why.detail() + place
                : "The sender was answered %d: %s".formatted(why.status(), why.detail());
    }

    static String wayIn(String route) {
        return route.startsWith("/") ? route : "sent again from Rejected";
    }

    private static List<Fact> facts(Call call, Clocked.Place place) {
        var facts = new ArrayList<Fact>();
        var request = call.request();
        facts.add(new Fact("Received", place.at(request.receivedAt()).exact()));
        var event = call.event();
        if (event != null) {
            facts.add(new Fact("Occurred", place.at(event.times().occurredAt()).exact()));
            facts.add(new Fact("Message id", event.id().messageId()));
        }
        facts.add(new Fact("Way in", wayIn(request.route())));
        facts.add(new Fact("Request", request.requestId() + ", no. " + (request.position() + 1)));
        if (!request.tokenId().isEmpty()) {
            facts.add(new Fact("Key", request.tokenId()));
        }
        return facts;
    }
}
