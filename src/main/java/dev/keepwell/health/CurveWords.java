package dev.keepwell.health;

import dev.keepwell.health.Curve.Knot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Curves in words: `linear (0, 0) (10, 100)`.
public final class CurveWords {

    private CurveWords() {}

    /// Only the knots that moved, when the rest of the curve stayed.
    static String change(Curve before, Curve after) {
        var old = knots(before);
        var now = knots(after);
        var sameShape = shape(before).equals(shape(after)) && old.size() == now.size();
        if (!sameShape || old.equals(now)) {
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
        return switch (curve) {
            case Curve.Drawn drawn -> (kind(drawn) + " " + words(knots(drawn))).strip();
            case Curve.Percentile(var peers, var drawn) ->
                    "percentile of %s, else %s"
                            .formatted(peers.name().toLowerCase(Locale.ROOT), of(drawn));
            case Curve.Trend(var days, var drawn) ->
                    "trend over %d days, %s".formatted(days, of(drawn));
            case Curve.ByAge(var stages, var afterwards) ->
                    stages.stream()
                            .map(it -> "until day %d %s, ".formatted(it.untilDay(), of(it.curve())))
                            .collect(Collectors.joining("", "by age ", of(afterwards)));
        };
    }

    /// Everything but the knots of the curve that is drawn; ages are compared as a whole.
    private static String shape(Curve curve) {
        return switch (curve) {
            case Curve.Drawn _ -> kind(curve);
            case Curve.Percentile(var peers, var drawn) -> peers + kind(drawn);
            case Curve.Trend(var days, var drawn) -> days + kind(drawn);
            case Curve.ByAge(var stages, var drawn) -> stages + kind(drawn);
        };
    }

    /// The word that the API and the form use.
    public static String kind(Curve curve) {
        return switch (curve) {
            case Curve.Linear _ -> "linear";
            case Curve.Steps _ -> "steps";
            case Curve.Category _ -> "category";
            case Curve.Identity _ -> "identity";
            case Curve.Percentile _ -> "percentile";
            case Curve.Trend _ -> "trend";
            case Curve.ByAge _ -> "by_age";
        };
    }

    /// The curve as it can be drawn: what others rest on, and of those by age the last.
    public static Curve.Drawn drawn(Curve curve) {
        return switch (curve) {
            case Curve.Drawn drawn -> drawn;
            case Curve.Percentile(_, var withoutPeers) -> withoutPeers;
            case Curve.Trend(_, var ofRatio) -> ofRatio;
            case Curve.ByAge(_, var afterwards) -> afterwards;
        };
    }

    public static List<Knot> knots(Curve curve) {
        return switch (curve) {
            case Curve.Linear(var knots) -> knots;
            case Curve.Steps(var thresholds) -> thresholds;
            case Curve.Category(var values) -> values;
            case Curve.Identity() -> List.of();
            case Curve.Percentile _, Curve.Trend _, Curve.ByAge _ -> knots(drawn(curve));
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
