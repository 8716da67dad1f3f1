package dev.keepwell.metric;

import dev.keepwell.warehouse.Feed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How far the sources of a metric can be trusted: connected or not, and complete until when.
final class Feeds {

    private final Map<String, LocalDate> completeUntil;

    Feeds(List<Feed> feeds) {
        completeUntil = feeds.stream().collect(Collectors.toMap(Feed::table, Feed::completeUntil));
    }

    /// The day up to which all sources of the metric are complete; empty when one was never
    /// connected. Where a metric names alternatives, one of them is enough.
    Optional<LocalDate> completeUntil(Metric metric) {
        var earliest = LocalDate.MAX;
        for (var alternatives : metric.rules().sources()) {
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
}
