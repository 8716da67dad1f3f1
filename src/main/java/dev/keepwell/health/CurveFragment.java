package dev.keepwell.health;

import dev.keepwell.health.Curve.Knot;
import dev.keepwell.health.Fragment.Items;
import dev.keepwell.health.Fragment.Pair;
import dev.keepwell.health.Fragment.Pairs;
import java.util.List;

/// A curve as the text writes it, under one of its keys.
final class CurveFragment {

    /// All keys of which a curve is made, those first that say how it is drawn.
    static final List<String> KEYS =
            List.of("curve", "steps", "category", "by_age", "percentile", "trend");

    private static final int DRAWN = 4;

    private CurveFragment() {}

    /// What another drawing takes the place of. Whether it is drawn over peers or a trend stays.
    static List<String> keysBut(String key) {
        return KEYS.stream().limit(DRAWN).filter(it -> !it.equals(key)).toList();
    }

    /// Checks the knots as a curve first, so that the refusal speaks of the curve.
    static Pair of(String kind, List<Edit.Point> points) {
        var knots = points.stream().map(CurveFragment::knot).toList();
        return switch (kind) {
            case "identity" -> new Pair("curve", Fragment.text("identity"));
            case "linear" -> new Pair("curve", Fragment.knots(new Curve.Linear(knots).knots()));
            case "steps" -> new Pair("steps", steps(new Curve.Steps(knots).thresholds()));
            case "category" -> new Pair("category", category(new Curve.Category(knots).values()));
            default ->
                    throw Edit.refusal(
                            "A curve is linear, steps, category or identity, but got '%s'."
                                    .formatted(kind));
        };
    }

    private static Knot knot(Edit.Point point) {
        return new Knot(point.x() == null ? Double.NEGATIVE_INFINITY : point.x(), point.y());
    }

    private static Fragment steps(List<Knot> thresholds) {
        return new Items(
                thresholds.stream().<Fragment>map(it -> new Items(pair(it), true)).toList(), true);
    }

    private static List<Fragment> pair(Knot it) {
        var x = Double.isInfinite(it.x()) ? Fragment.text("otherwise") : Fragment.number(it.x());
        return List.of(x, Fragment.number(it.y()));
    }

    private static Fragment category(List<Knot> values) {
        return new Pairs(
                values.stream()
                        .map(it -> new Pair(ModelWords.number(it.x()), Fragment.number(it.y())))
                        .toList(),
                true);
    }
}
