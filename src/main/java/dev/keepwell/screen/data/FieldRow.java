package dev.keepwell.screen.data;

import dev.keepwell.screen.quality.Quality;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How many records of a table have a value in a column.
public record FieldRow(
        String table,
        String column,
        String filled,
        int percent,
        boolean isRequired,
        long metrics,
        boolean isWorrying) {

    /// An order of the rows. Ties stand as the catalogue has them.
    public enum Order {
        WORTH,
        SHARE,
        TABLE,
        METRICS;

        private Comparator<FieldRow> rows() {
            return switch (this) {
                case WORTH ->
                        Comparator.comparing(FieldRow::isWorrying)
                                .reversed()
                                .thenComparingInt(FieldRow::percent);
                case SHARE -> Comparator.comparingInt(FieldRow::percent);
                case TABLE -> Comparator.comparing(FieldRow::table);
                case METRICS -> Comparator.comparingLong(FieldRow::metrics).reversed();
            };
        }

        static Order of(String word) {
            for (var order : values()) {
                if (order.word().equals(word)) {
                    return order;
                }
            }
            return WORTH;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<FieldRow> of(Quality quality, Order order) {
        return quality.fields().stream()
                .flatMap(table -> table.fields().stream().map(it -> of(table, it)))
                .sorted(order.rows())
                .toList();
    }

    private static FieldRow of(Quality.Fields table, Quality.Field it) {
        return new FieldRow(
                table.table().name(),
                it.column().name(),
                "%,d of %,d".formatted(it.column().filled(), it.records()),
                it.percent(),
                it.column().required(),
                it.metrics(),
                it.isWorrying());
    }
}
