package dev.keepwell.screen.data;

import dev.keepwell.source.event.Call;
import java.util.Map;
import java.util.Objects;

/// One line of the list of calls.
///
/// @param note why it is not simply stored: what was changed, or which rule it breaks
public record CallRow(
        String id,
        Clocked at,
        Outcome outcome,
        Subject subject,
        Whose whose,
        Sender sender,
        String note) {

    /// What was called, and the name it gave.
    public record Subject(String type, String name) {}

    /// Whose key it was.
    public record Sender(String source, String key) {}

    static CallRow of(Call call, Clocked.Place place, Whose whose, Map<String, String> keys) {
        var request = call.request();
        return new CallRow(
                call.id(),
                place.at(request.receivedAt()),
                Outcome.of(call.state()),
                subject(call),
                whose,
                new Sender(
                        request.source(),
                        request.tokenId().isEmpty()
                                ? ""
                                : keys.getOrDefault(request.tokenId(), request.tokenId())),
                note(call));
    }

    private static Subject subject(Call call) {
        var event = call.event();
        if (event == null) {
            var said = call.state() == Call.State.REFUSED ? "request" : Hint.of(call, "type");
            return new Subject(
                    said.isEmpty() ? "event" : said,
                    call.state() == Call.State.REFUSED
                            ? call.request().route()
                            : Hint.of(call, "event"));
        }
        return new Subject(event.type().word(), Objects.requireNonNullElse(event.name(), ""));
    }

    private static String note(Call call) {
        var why = call.why();
        if (why != null) {
            return why.status() == 200
                    ? why.reason()
                    : "%d %s".formatted(why.status(), why.reason());
        }
        var event = call.event();
        return switch (call.state()) {
            case CHANGED -> event == null ? "" : Change.of(event);
            case CONFLICTING -> "another content, the first counts";
            case WAITING, STORED, DUPLICATE, SET_ASIDE, REFUSED -> "";
        };
    }
}
