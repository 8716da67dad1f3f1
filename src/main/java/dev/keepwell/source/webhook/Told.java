package dev.keepwell.source.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What all deliveries about one thing say together: rows in the words of the tables, and what
/// became of each delivery. The same for the same set of them, in whatever order they came.
public record Told(List<Row> rows, SequencedMap<Long, Outcome> outcomes) {

    /// One row, and the delivery that had the last word on it.
    public sealed interface Row {
        String table();

        long delivery();

        Map<String, @Nullable String> values();

        /// All that the row says.
        record Whole(String table, long delivery, Map<String, @Nullable String> values)
                implements Row {}

        /// Some of what the row says, each with the time when it was so. The rest stays as it is.
        record Part(
                String table,
                long delivery,
                Map<String, @Nullable String> values,
                Map<String, Instant> since)
                implements Row {}

        /// A row that turned out never to have been, if it was told before.
        record Withdrawn(String table, long delivery, Map<String, @Nullable String> values)
                implements Row {}
    }

    static Told of(List<Row> rows, Map<Long, Outcome> outcomes) {
        return new Told(List.copyOf(rows), new LinkedHashMap<>(outcomes));
    }

    /// Nothing is told, and each delivery has the same outcome.
    static Told nothing(List<Delivery> deliveries, Outcome outcome) {
        var outcomes = new LinkedHashMap<Long, Outcome>();
        deliveries.forEach(it -> outcomes.put(it.seq(), outcome));
        return of(List.of(), outcomes);
    }

    /// Fields of one record as they come together, the later word over the earlier.
    static final class Fields {

        private final SequencedMap<String, @Nullable String> values = new LinkedHashMap<>();
        private final Map<String, Instant> since = new LinkedHashMap<>();
        private long delivery;

        /// Says a value, or that there is none.
        Fields say(Delivery from, String column, @Nullable String value) {
            values.put(column, value);
            since.put(column, from.about().occurredAt());
            delivery = from.seq();
            return this;
        }

        /// Says which record it is, whenever that was told.
        Fields named(String key, String id) {
            values.put(key, id);
            return this;
        }

        boolean isEmpty() {
            return values.isEmpty();
        }

        Row.Part part(String table) {
            return new Row.Part(
                    table, delivery, new LinkedHashMap<>(values), new LinkedHashMap<>(since));
        }
    }

    /// Joins what several readings tell.
    static final class Sum {

        private final List<Row> rows = new ArrayList<>();
        private final SequencedMap<Long, Outcome> outcomes = new LinkedHashMap<>();

        void row(Row row) {
            rows.add(row);
        }

        void outcome(Delivery of, Outcome outcome) {
            outcomes.put(of.seq(), outcome);
        }

        Told told() {
            return of(rows, outcomes);
        }
    }
}
