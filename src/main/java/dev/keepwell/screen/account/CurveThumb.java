package dev.keepwell.screen.account;

import dev.keepwell.health.Curve;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A curve the size of a word, with the place where an account stands on it.
public record CurveThumb(String line, @Nullable Dot dot) {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 16;
    private static final int MARGIN = 2;
    private static final int STEPS = 40;
    private static final double FULL_MARKS = 100;

    /// Where the account stands, in the units of the drawing.
    public record Dot(String x, String y) {}

    /// From the first bend of the curve to the last, with some air beside them.
    private record Range(double from, double to) {

        static Range of(List<Curve.Knot> knots, double value) {
            var finite = knots.stream().mapToDouble(Curve.Knot::x).filter(Double::isFinite);
            var bends = finite.summaryStatistics();
            var air = Math.max((bends.getMax() - bends.getMin()) / 8, 1e-9);
            return new Range(
                    Math.min(bends.getMin() - air, value), Math.max(bends.getMax() + air, value));
        }

        double at(int step) {
            return from + (to - from) * step / STEPS;
        }
    }

    static CurveThumb of(Curve.Drawn curve, double value, @Nullable Double points) {
        var range = range(curve, value);
        var line =
                IntStream.rangeClosed(0, STEPS)
                        .filter(it -> curve.points(range.at(it)).isPresent())
                        .mapToObj(it -> point(range, range.at(it), curve))
                        .collect(Collectors.joining(" "));
        var dot = points == null ? null : new Dot(text(x(range, value)), text(y(points)));
        return new CurveThumb(line, dot);
    }

    private static Range range(Curve.Drawn curve, double value) {
        return switch (curve) {
            case Curve.Linear(var knots) -> Range.of(knots, value);
            case Curve.Steps(var thresholds) -> Range.of(thresholds, value);
            case Curve.Category(var values) -> Range.of(values, value);
            case Curve.Identity() -> new Range(0, FULL_MARKS);
        };
    }

    private static String point(Range range, double value, Curve.Drawn curve) {
        return text(x(range, value)) + "," + text(y(curve.points(value).orElse(0)));
    }

    private static double x(Range range, double value) {
        var share = (value - range.from) / (range.to - range.from);
        return MARGIN + Math.clamp(share, 0, 1) * (WIDTH - 2 * MARGIN);
    }

    private static double y(double points) {
        return HEIGHT - MARGIN - points / FULL_MARKS * (HEIGHT - 2 * MARGIN);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
