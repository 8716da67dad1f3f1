package dev.keepwell.screen.quality;

import dev.keepwell.customer.Completeness;
import dev.keepwell.customer.LooseEnds;
import dev.keepwell.metric.Metric;
import dev.keepwell.source.flow.Drift;
import dev.keepwell.source.flow.Source;
import dev.keepwell.source.flow.Standing;
import dev.keepwell.source.flow.Unmatched;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good the data of a workspace is today.
public record Quality(
        LocalDate today,
        List<Source> sources,
        List<Touched> tables,
        List<Fields> fields,
        List<LooseEnds.End> ends,
        List<Unmatched.Group> unmatched,
        List<Drift.Change> drift) {

    public Quality {
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
        fields = List.copyOf(fields);
        ends = List.copyOf(ends);
        unmatched = List.copyOf(unmatched);
        drift = List.copyOf(drift);
    }

    /// A table, how it stands in the source where it stands worst, and the metrics that depend on
    /// it.
    public record Touched(
            String table,
            Standing standing,
            List<String> sources,
            @Nullable LocalDate completeUntil,
            List<Metric> metrics) {

        public boolean isWorrying() {
            return standing.isOverdue() || standing == Standing.PAUSED;
        }
    }

    /// A table with its columns.
    public record Fields(Completeness.Table table, List<Field> fields) {}

    /// A column, and how many metrics read it.
    public record Field(Completeness.Column column, long records, long metrics) {

        /// Of a hundred records, those that have it, rounded down: only all of them are 100.
        public int percent() {
            return (int) (100 * column.filled() / records);
        }

        public boolean isWorrying() {
            return metrics > 0 && percent() < Check.FILLED_MIN;
        }
    }

    /// The metrics that depend on a table which is late, silent or paused.
    public List<Metric> touched() {
        return tables.stream()
                .filter(Touched::isWorrying)
                .flatMap(it -> it.metrics().stream())
                .distinct()
                .toList();
    }
}
