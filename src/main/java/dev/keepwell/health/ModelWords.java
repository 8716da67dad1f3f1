package dev.keepwell.health;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/// The parts of a model in words, as people compare them.
public final class ModelWords {

    private ModelWords() {}

    static String change(String what, double before, double after) {
        return change(what, number(before), number(after));
    }

    static String change(String what, String before, String after) {
        return "%s %s → %s".formatted(what, before, after);
    }

    /// `25` and `0.4`, never `2.5E1`.
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return "otherwise";
        }
        var exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }

    public static String of(Bands bands) {
        return "green from %s, yellow from %s"
                .formatted(number(bands.green()), number(bands.yellow()));
    }

    public static String of(Fading fading) {
        return switch (fading) {
            case Fading.Never _ -> "of any age";
            case Fading.After(var days, var never) ->
                    never.isEmpty()
                            ? "fresh for %d days".formatted(days)
                            : "fresh for %d days, never fading at %s"
                                    .formatted(
                                            days,
                                            never.stream()
                                                    .map(ModelWords::number)
                                                    .collect(Collectors.joining(", ")));
        };
    }

    public static String of(Cap cap) {
        return "at most %s when %s".formatted(cap.atMost().word(), when(cap));
    }

    static String metrics(Model.Group group) {
        return group.measures().stream()
                .map(it -> it.metric().value())
                .collect(Collectors.joining(", "));
    }

    /// The condition as the file writes it.
    public static String when(Cap cap) {
        return cap.when().stream().map(ModelWords::clause).collect(Collectors.joining(" and "));
    }

    private static String clause(Cap.Clause clause) {
        return switch (clause) {
            case Cap.Clause.Holds(var condition) -> condition;
            case Cap.Clause.Compares(var metric, var comparison, var bound) ->
                    "%s %s %s".formatted(metric, comparison.sign(), number(bound));
        };
    }
}
