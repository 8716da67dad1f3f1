package dev.keepwell.health;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return "green from %s, yellow from %s%s"
                .formatted(number(bands.green()), number(bands.yellow()), legend(bands.legend()));
    }

    /// Only what is not as usual.
    private static String legend(Legend legend) {
        return Stream.of(Band.values())
                .filter(it ->
                        !(legend.letter(it).equals(Legend.DEFAULT.letter(it))
                                && legend.means(it).equals(Legend.DEFAULT.means(it))))
                .map(it ->
                        ", %s is %s: %s".formatted(it.word(), legend.letter(it), legend.means(it)))
                .collect(Collectors.joining());
    }

    public static String of(Hysteresis.Patience patience) {
        return "%s points, %d days, shock %s"
                .formatted(number(patience.clearly()), patience.days(), number(patience.shock()));
    }

    public static String of(Model.Gap gap) {
        return gap.name().toLowerCase(Locale.ROOT);
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
        var owner = cap.owner() == null ? "" : ", owned by " + cap.owner();
        var end = cap.expiresOn() == null ? "" : ", until " + cap.expiresOn();
        return "at most %s when %s%s%s".formatted(cap.atMost().word(), when(cap), owner, end);
    }

    static String metrics(Model.Group group) {
        return group.measures().stream()
                .map(it -> it.metric().value())
                .collect(Collectors.joining(", "));
    }

    /// The condition as the file writes it.
    public static String when(Cap cap) {
        return clauses(cap.when());
    }

    static String clauses(List<Clause> clauses) {
        return clauses.stream().map(Clause::text).collect(Collectors.joining(" and "));
    }
}
