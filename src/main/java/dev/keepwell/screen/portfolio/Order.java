package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One column of a sort, as addresses write it: `-mrr` for the greatest first. What is unknown
/// comes last either way.
public record Order(Field field, boolean isDescending) {

    private static final int COLUMNS_MAX = 4;

    static final List<Order> USUAL = List.of(new Order(Field.NAME, false));

    /// Several, between commas, the first of which counts most. Nothing is by name.
    public static List<Order> parse(String text) {
        if (text.isBlank()) {
            return USUAL;
        }
        var orders = Arrays.stream(text.split(",", -1)).map(String::strip).map(Order::one).toList();
        var fields = orders.stream().map(Order::field).distinct().count();
        if (orders.size() > COLUMNS_MAX || fields < orders.size()) {
            throw Refusal.invalid(
                    "sort",
                    "A sort has up to %d fields, each once, but got '%s'."
                            .formatted(COLUMNS_MAX, text));
        }
        return orders;
    }

    /// As many of these as a sort may have, the last ones first to stay.
    public static List<Order> most(List<Order> orders) {
        return List.copyOf(orders.subList(Math.max(0, orders.size() - COLUMNS_MAX), orders.size()));
    }

    public static String text(List<Order> orders) {
        return orders.stream().map(Order::text).collect(Collectors.joining(","));
    }

    public String text() {
        return (isDescending ? "-" : "") + field.word();
    }

    private static Order one(String text) {
        var isDescending = text.startsWith("-");
        var word = isDescending ? text.substring(1) : text;
        var field = Field.named("The sort", word);
        if (field == Field.HEALTH) {
            throw Refusal.invalid("sort", "Colours follow scores: sort by 'score' instead.");
        }
        return new Order(field, isDescending);
    }
}
