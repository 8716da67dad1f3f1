package dev.keepwell.customer;

import dev.keepwell.kernel.Suggestion;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Reads one value of one column: its canonical text, within the bounds that its column sets.
final class Cells {

    private static final String MANY = ";";

    private final Arrival arrival;
    private final Ids ids;

    Cells(Arrival arrival, Ids ids) {
        this.arrival = arrival;
        this.ids = ids;
    }

    String read(RecordColumn column, String sent) {
        try {
            return column.many() ? many(column, sent) : one(column, sent);
        } catch (Unfit e) {
            throw e.in(column.name());
        }
    }

    private String many(RecordColumn column, String sent) {
        return Arrays.stream(sent.split(MANY))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> one(column, it))
                .collect(Collectors.joining(MANY));
    }

    private String one(RecordColumn column, String sent) {
        var bounds = column.bounds();
        if (sent.length() > bounds.longest()) {
            throw new Unfit(
                    "too_long",
                    "%s has at most %,d characters, but this has %,d."
                            .formatted(column.name(), bounds.longest(), sent.length()));
        }
        if (column.refers() != null) {
            return ids.reference(column.refers(), arrival.sourceSystem(), sent);
        }
        String value;
        try {
            value = column.type().canonical(sent, arrival.moments());
        } catch (Unfit e) {
            throw new Unfit(e.reason(), column.name() + ": " + e.sentence());
        }
        checkBounds(column, value);
        return value;
    }

    private static void checkBounds(RecordColumn column, String value) {
        var bounds = column.bounds();
        if (!bounds.oneOf().isEmpty() && !bounds.oneOf().contains(value)) {
            throw new Unfit(
                    "unknown_word",
                    "%s is one of %s, but got '%s'.%s"
                            .formatted(
                                    column.name(),
                                    String.join(", ", bounds.oneOf()),
                                    value,
                                    Suggestion.forWord(value, bounds.oneOf())));
        }
        checkLeast(column, value);
        if (bounds.max() != null && new BigDecimal(value).compareTo(bounds.max()) > 0) {
            throw new Unfit(
                    "out_of_range",
                    "%s is at most %s, but got %s.".formatted(column.name(), bounds.max(), value));
        }
    }

    private static void checkLeast(RecordColumn column, String value) {
        var min = column.bounds().min();
        if (min != null && new BigDecimal(value).compareTo(min) < 0) {
            var negative = column.type() == ColumnType.MONEY && min.signum() == 0;
            throw new Unfit(
                    negative ? "negative_amount" : "out_of_range",
                    "%s is at least %s, but got %s.".formatted(column.name(), min, value));
        }
        var above = column.bounds().above();
        if (above != null && new BigDecimal(value).compareTo(above) <= 0) {
            throw new Unfit(
                    "out_of_range",
                    "%s is above %s, but got %s.".formatted(column.name(), above, value));
        }
    }
}
