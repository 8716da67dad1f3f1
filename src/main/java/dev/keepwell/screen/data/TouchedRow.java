package dev.keepwell.screen.data;

import dev.keepwell.metric.Metric;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.quality.Quality;
import java.util.List;

/// A table with the metrics that depend on it.
public record TouchedRow(
        String table,
        ComingRow.State state,
        String sources,
        String completeUntil,
        List<Link> metrics,
        boolean isWorrying) {

    /// A metric, and its page.
    public record Link(String title, String address) {

        static Link of(Metric it) {
            return new Link(it.meaning().title(), "/metrics/" + it.name().value());
        }
    }

    static TouchedRow of(Quality.Touched it) {
        var until = it.completeUntil();
        return new TouchedRow(
                it.table(),
                ComingRow.State.of(it.standing()),
                String.join(", ", it.sources()),
                until == null ? "–" : Figures.day(until),
                it.metrics().stream().map(Link::of).toList(),
                it.isWorrying());
    }
}
