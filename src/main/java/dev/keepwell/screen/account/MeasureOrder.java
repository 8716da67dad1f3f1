package dev.keepwell.screen.account;

import dev.keepwell.kernel.Refusal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/// What the table of measures is sorted by. What is not known comes last.
public enum MeasureOrder {
    LOST("lost", "descending"),
    CONTRIBUTION("contribution", "descending"),
    WEIGHT("weight", "descending"),
    POINTS("points", "ascending"),
    AGE("age", "descending"),
    NAME("name", "ascending"),
    GROUP("group", "ascending");

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

    MeasureOrder(String word, String direction) {
        this.word = word;
        this.direction = direction;
    }

    public String word() {
        return word;
    }

    /// As screen readers say it.
    public String direction() {
        return direction;
    }

    Comparator<Rank> order() {
        return switch (this) {
            case LOST -> Comparator.comparingDouble(it -> -it.lost());
            case CONTRIBUTION -> Comparator.comparingDouble(it -> -it.earned());
            case WEIGHT -> Comparator.comparingDouble(it -> -it.weight());
            case POINTS -> Comparator.comparingDouble(Rank::points);
            case AGE -> Comparator.comparingDouble(it -> -it.age());
            case NAME -> Comparator.comparing(Rank::title);
            case GROUP -> Comparator.comparing(Rank::group);
        };
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
