package dev.keepwell.screen.account;

import dev.keepwell.health.Change;
import dev.keepwell.health.Change.Cause;
import dev.keepwell.health.Change.Line;
import dev.keepwell.health.Model;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import dev.keepwell.screen.frame.Embedded;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Why a score moved: where it was, a bar for each group and cause, and where it is.
public record Waterfall(String from, String to, double start, double end, List<Bar> bars) {

    /// Below this a bar would be printed as nothing.
    private static final double VISIBLE = 0.005;

    public Waterfall {
        bars = List.copyOf(bars);
    }

    /// One cause, the points it brought or took, and the measures behind it.
    public record Bar(String name, double points, List<Part> parts) {

        public Bar {
            parts = List.copyOf(parts);
        }

        public String text() {
            return signed(points);
        }
    }

    /// What one measure did.
    public record Part(String metric, String name, String text) {}

    static Waterfall of(Change change, Model model, Catalogue catalogue) {
        var bars = new ArrayList<Bar>();
        model.groups().forEach(it -> bars.add(ofGroup(change, it, catalogue)));
        bars.sort(Comparator.comparingDouble(it -> -Math.abs(it.points())));
        bars.add(bar(change, "Data coverage", Cause.WEIGHT));
        bars.add(bar(change, "Caps and overrides", Cause.CAPS, Cause.OVERRIDE, Cause.PROFILE));
        bars.add(bar(change, "Model change", Cause.CONFIG));
        bars.add(bar(change, "Late data", Cause.LATE_DATA));
        bars.add(bar(change, "Rounding", Cause.ROUNDING));
        return new Waterfall(
                Figures.day(change.from().day()),
                Figures.day(change.to().day()),
                change.from().value(),
                change.to().value(),
                bars.stream().filter(it -> Math.abs(it.points()) >= VISIBLE).toList());
    }

    public String json() {
        return Embedded.json(
                Map.of(
                        "start",
                        start,
                        "end",
                        end,
                        "names",
                        bars.stream().map(Bar::name).toList(),
                        "points",
                        bars.stream().map(Bar::points).toList()));
    }

    /// The change of the whole.
    public String total() {
        return Figures.signed(BigDecimal.valueOf(end).subtract(BigDecimal.valueOf(start)), 1);
    }

    public String startText() {
        return Figures.score(BigDecimal.valueOf(start));
    }

    public String endText() {
        return Figures.score(BigDecimal.valueOf(end));
    }

    private static Bar ofGroup(Change change, Model.Group group, Catalogue catalogue) {
        var parts = new ArrayList<Part>();
        var points = 0.0;
        for (var measure : group.measures()) {
            var moved = valueOf(change, measure.metric());
            points += moved;
            if (Math.abs(moved) >= VISIBLE) {
                parts.add(part(measure.metric(), moved, catalogue));
            }
        }
        return new Bar(group.title(), points, parts);
    }

    private static Part part(MetricName metric, double points, Catalogue catalogue) {
        var title = catalogue.find(metric).map(it -> it.meaning().title()).orElse(metric.value());
        return new Part(metric.value(), title, signed(points));
    }

    private static double valueOf(Change change, MetricName metric) {
        return change.lines().stream()
                .filter(it ->
                        it instanceof Line.OfMeasure line
                                && line.cause() == Cause.VALUE
                                && line.measure().equals(metric))
                .mapToDouble(Line::points)
                .sum();
    }

    private static Bar bar(Change change, String name, Cause... causes) {
        var points =
                change.lines().stream()
                        .filter(it -> List.of(causes).contains(it.cause()))
                        .mapToDouble(Line::points)
                        .sum();
        return new Bar(name, points, List.of());
    }

    private static String signed(double points) {
        return Figures.signed(BigDecimal.valueOf(points), 2);
    }
}
