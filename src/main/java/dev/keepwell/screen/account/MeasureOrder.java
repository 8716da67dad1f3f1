package dev.keepwell.screen.account;

import dev.keepwell.kernel.Refusal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/// What the table of measures is sorted by. What is not known comes last.
public enum MeasureOrder {
    LOST("lost", "descending", Comparator.comparingDouble(it -> -it.lost())),
    CONTRIBUTION("contribution", "descending", Comparator.comparingDouble(it -> -it.earned())),
    WEIGHT("weight", "descending", Comparator.comparingDouble(it -> -it.weight())),
    POINTS("points", "ascending", Comparator.comparingDouble(MeasureOrder.Rank::points)),
    AGE("age", "descending", Comparator.comparingDouble(it -> -it.age())),
    NAME("name", "ascending", Comparator.comparing(MeasureOrder.Rank::title)),
    GROUP("group", "ascending", Comparator.comparing(MeasureOrder.Rank::group));

    /// The numbers of a measure that decide where it stands; unknown ones are lower than any.
    record Rank(
            String title,
            String group,
            double lost,
            double earned,
            double weight,
            double points,
            double age) {}

    private final String word;
    private final String direction;
    private final Comparator<Rank> order;

    MeasureOrder(String word, String direction, Comparator<Rank> order) {
        this.word = word;
        this.direction = direction;
        this.order = order;
    }

    public String word() {
        return word;
    }

    /// As screen readers say it.
    public String direction() {
        return direction;
    }

    Comparator<Rank> order() {
        return order;
    }

    static MeasureOrder named(String word) {
        for (var it : values()) {
            if (it.word.equals(word)) {
                return it;
            }
        }
        var words =
                Arrays.stream(values()).map(MeasureOrder::word).collect(Collectors.joining(", "));
        throw Refusal.invalid(
                "sort", "Measures are sorted by %s, but got '%s'.".formatted(words, word));
    }
}
