package dev.keepwell.source.event;

import java.time.Instant;
import java.util.List;

/// All that was set aside for one reason and is still open.
///
/// @param days how many on each of the last fourteen days, the oldest first
public record DeadLetterGroup(
        String reason,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        List<String> sources,
        long example,
        List<Long> days) {

    public DeadLetterGroup {
        sources = List.copyOf(sources);
        days = List.copyOf(days);
    }
}
