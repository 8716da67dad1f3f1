package dev.keepwell.metric;

import dev.keepwell.warehouse.Feed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How far sources can be trusted: connected or not, and complete until when.
final class Feeds {

    private final Map<String, LocalDate> completeUntil;

    Feeds(List<Feed> feeds) {
        completeUntil = feeds.stream().collect(Collectors.toMap(Feed::table, Feed::completeUntil));
    }

    /// The day up to which all sources are complete; empty when one was never connected. Of several
    /// alternatives one is enough.
    Optional<LocalDate> completeUntil(List<List<String>> sources) {
        var earliest = LocalDate.MAX;
        for (var alternatives : sources) {
            var latest =
                    alternatives.stream()
                            .filter(completeUntil::containsKey)
                            .map(completeUntil::get)
                            .max(LocalDate::compareTo);
            if (latest.isEmpty()) {
                return Optional.empty();
            }
            earliest = earliest.isBefore(latest.get()) ? earliest : latest.get();
        }
        return Optional.of(earliest);
    }

    /// The day up to which the first source is complete, which is the one that is watched from day
    /// to day. When it stalls there is nothing to judge; the others are states that may rightly
    /// stay as they are.
    Optional<LocalDate> watchedUntil(List<List<String>> sources) {
        return completeUntil(sources.subList(0, Math.min(1, sources.size())));
    }
}
