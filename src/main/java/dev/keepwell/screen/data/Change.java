package dev.keepwell.screen.data;

import dev.keepwell.source.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// What was supplied or corrected before an event was stored.
final class Change {

    /// How an id is made for an event that has none.
    private static final Pattern SUPPLIED = Pattern.compile("kw-[0-9a-f]{64}");

    private Change() {}

    static String of(Event event) {
        var changes = new ArrayList<String>();
        var times = event.times();
        var said = times.timestamp();
        if (SUPPLIED.matcher(event.id().messageId()).matches()) {
            changes.add("id supplied");
        }
        if (said == null) {
            changes.add("time supplied: when it came");
        } else if (!said.equals(times.occurredAt())) {
            changes.add(
                    times.occurredAt().equals(times.receivedAt())
                            ? "time clamped: it lay ahead of ours"
                            : "time corrected by " + length(said, event));
        }
        return String.join(", ", changes);
    }

    /// By as much as the sender's clock is off.
    private static String length(java.time.Instant said, Event event) {
        var off = Duration.between(said, event.times().occurredAt());
        var sign = off.isNegative() ? "−" : "+";
        var seconds = off.abs().toSeconds();
        if (seconds < 600) {
            return "%s%d s".formatted(sign, seconds);
        }
        return seconds < 36_000
                ? "%s%d min".formatted(sign, Math.round(seconds / 60.0))
                : "%s%d h".formatted(sign, Math.round(seconds / 3600.0));
    }
}
