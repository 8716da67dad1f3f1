package dev.keepwell.screen.model;

import dev.keepwell.health.Curve;
import dev.keepwell.health.Curve.Knot;
import dev.keepwell.health.Fading;
import dev.keepwell.health.Model;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Unit;
import dev.keepwell.screen.frame.Embedded;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One measure, ready to be changed: its metric, its curve as the script draws it, and how long an
/// answer counts.
public record MeasureForm(
        String metric,
        String title,
        String question,
        String group,
        String groupName,
        String says,
        String curve,
        Compared compared,
        Age age,
        boolean isNeeded) {

    /// What the value is compared with before the curve gives its points: `value` with nothing,
    /// `all` or `segment` with peers, `trend` with itself so many days ago, `age` by another curve
    /// for each age of the account.
    public record Compared(String with, String days) {}

    /// For how many days an answer counts in full, and the values that never fade; empty when it
    /// does not grow old.
    public record Age(String days, String never) {}

    /// A curve with what its axis needs. A threshold without `x` is "otherwise".
    private record Drawing(
            String metric,
            String kind,
            List<Point> knots,
            String unit,
            double factor,
            boolean isOfValues) {}

    private record Point(@Nullable Double x, double y) {}

    private static final double OF_HUNDRED = 100;

    static MeasureForm of(Model.Group group, Model.Measure measure, Catalogue catalogue) {
        var metric = catalogue.find(measure.metric());
        return new MeasureForm(
                measure.metric().value(),
                metric.map(it -> it.meaning().title()).orElse(measure.metric().value()),
                metric.map(it -> it.meaning().question()).orElse(""),
                group.title(),
                group.name(),
                measure.says(),
                Embedded.json(drawing(measure, metric.orElse(null))),
                compared(measure.curve()),
                age(measure.fading()),
                measure.gap() == Model.Gap.NO_SCORE);
    }

    private static Compared compared(Curve curve) {
        return switch (curve) {
            case Curve.Drawn _ -> new Compared("value", "");
            case Curve.Percentile(var peers, _) ->
                    new Compared(peers.name().toLowerCase(Locale.ROOT), "");
            case Curve.Trend(var days, _) -> new Compared("trend", String.valueOf(days));
            case Curve.ByAge _ -> new Compared("age", "");
        };
    }

    /// What can be drawn of a curve: of several, the one that holds where nothing else does.
    private static Curve.Drawn drawn(Curve curve) {
        return switch (curve) {
            case Curve.Drawn it -> it;
            case Curve.Percentile(_, var withoutPeers) -> withoutPeers;
            case Curve.Trend(_, var ofRatio) -> ofRatio;
            case Curve.ByAge(_, var afterwards) -> afterwards;
        };
    }

    private static Drawing drawing(Model.Measure measure, @Nullable Metric metric) {
        var curve = drawn(measure.curve());
        var unit = metric == null ? Unit.POINTS : metric.meaning().unit();
        var isRatio = measure.curve() instanceof Curve.Trend;
        var isShare = !isRatio && (unit == Unit.FRACTION || unit == Unit.FLAG);
        return new Drawing(
                measure.metric().value(),
                kind(curve),
                points(curve),
                isRatio ? "× before" : unit(unit),
                isShare ? OF_HUNDRED : 1,
                !isRatio);
    }

    private static String kind(Curve.Drawn curve) {
        return switch (curve) {
            case Curve.Linear _ -> "linear";
            case Curve.Steps _ -> "steps";
            case Curve.Category _ -> "category";
            case Curve.Identity _ -> "identity";
        };
    }

    private static List<Point> points(Curve.Drawn curve) {
        return switch (curve) {
            case Curve.Linear(var knots) -> points(knots);
            case Curve.Steps(var thresholds) -> points(thresholds);
            case Curve.Category(var values) -> points(values);
            case Curve.Identity _ -> List.of();
        };
    }

    private static List<Point> points(List<Knot> knots) {
        return knots.stream()
                .map(it -> new Point(Double.isFinite(it.x()) ? it.x() : null, it.y()))
                .toList();
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case MONEY, POINTS -> "";
            case PEOPLE -> "people";
            case TICKETS -> "tickets";
            case TOUCHES -> "touches";
            case DAYS -> "d";
            case MINUTES -> "min";
            case HOURS -> "h";
            case YEARS -> "yr";
            case FRACTION, PERCENT, FLAG -> "%";
        };
    }

    private static Age age(Fading fading) {
        return switch (fading) {
            case Fading.Never _ -> new Age("", "");
            case Fading.After(var days, var never) ->
                    new Age(
                            String.valueOf(days),
                            never.stream().map(Tree::weight).collect(Collectors.joining(", ")));
        };
    }
}
