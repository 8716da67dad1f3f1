package dev.keepwell.health;

import dev.keepwell.health.Curve.Knot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Curves in words: `linear (0, 0) (10, 100)`.
public final class CurveWords {

    private CurveWords() {}

    /// Only the knots that moved, when the rest of the curve stayed.
    static String change(Curve before, Curve after) {
        var old = knots(before);
        var now = knots(after);
        if (!kind(before).equals(kind(after)) || old.size() != now.size()) {
            return "%s → %s".formatted(of(before), of(after));
        }
        var moved =
                IntStream.range(0, now.size())
                        .filter(i -> !old.get(i).equals(now.get(i)))
                        .boxed()
                        .toList();
        return "%s → %s"
                .formatted(
                        words(moved.stream().map(old::get).toList()),
                        words(moved.stream().map(now::get).toList()));
    }

    public static String of(Curve curve) {
        var knots = knots(curve);
        return knots.isEmpty() ? kind(curve) : kind(curve) + " " + words(knots);
    }

    /// The word that the API and the form use.
    public static String kind(Curve curve) {
        return switch (curve) {
            case Curve.Linear _ -> "linear";
            case Curve.Steps _ -> "steps";
            case Curve.Category _ -> "category";
            case Curve.Identity _ -> "identity";
        };
    }

    public static List<Knot> knots(Curve curve) {
        return switch (curve) {
            case Curve.Linear(var knots) -> knots;
            case Curve.Steps(var thresholds) -> thresholds;
            case Curve.Category(var values) -> values;
            case Curve.Identity() -> List.of();
        };
    }

    private static String words(List<Knot> knots) {
        return knots.stream()
                .map(it -> "(%s, %s)".formatted(number(it.x()), number(it.y())))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return ModelWords.number(value);
    }
}
