package dev.keepwell.screen.account;

import dev.keepwell.health.Change;
import dev.keepwell.health.Change.Cause;
import dev.keepwell.health.Change.Line;
import dev.keepwell.health.Model;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import dev.keepwell.screen.frame.Embedded;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.frame.Printed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Why a score moved: where it was, a bar for each group and cause, and where it is. Printed bars
/// add up to the printed change, and the measures behind a bar to the bar.
public record Waterfall(String from, String to, double start, double end, List<Bar> bars) {

    private static final int DIGITS = 2;

    public Waterfall {
        bars = List.copyOf(bars);
    }

    /// One cause, the points it brought or took, and the measures behind it.
    public record Bar(String name, BigDecimal points, List<Part> parts) {

        public Bar {
            parts = List.copyOf(parts);
        }

        public boolean isLoss() {
            return points.signum() < 0;
        }

        public String text() {
            return Figures.signed(points, DIGITS);
        }
    }

    /// What one measure did.
    public record Part(String metric, String name, String text) {}

    /// The unrounded points of the measures behind a cause, and of the cause where it has none.
    private record Sum(String name, SequencedMap<MetricName, Double> measures, double others) {

        double points() {
            return measures.values().stream().mapToDouble(it -> it).sum() + others;
        }
    }

    static Waterfall of(Change change, Model model, Catalogue catalogue) {
        var sums = new ArrayList<Sum>();
        model.groups().forEach(it -> sums.add(ofGroup(change, it)));
        sums.sort(Comparator.comparingDouble(it -> -Math.abs(it.points())));
        sums.add(ofMeasures(change, "Data coverage", Cause.WEIGHT));
        sums.add(ofCauses(change, "Model change", Cause.CONFIG));
        sums.add(ofCauses(change, "Profile change", Cause.PROFILE));
        sums.add(ofCauses(change, "Late data", Cause.LATE_DATA));
        sums.add(ofCauses(change, "Caps and overrides", Cause.CAPS, Cause.OVERRIDE));
        sums.add(ofCauses(change, "Rounding", Cause.ROUNDING));
        var total = BigDecimal.valueOf(change.to().value()).subtract(from(change));
        var printed =
                Printed.of(sums.stream().map(Sum::points).toList(), total.setScale(1), DIGITS);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < sums.size(); i++) {
            if (printed.get(i).signum() != 0) {
                bars.add(bar(sums.get(i), printed.get(i), catalogue));
            }
        }
        return new Waterfall(
                Figures.day(change.from().day()),
                Figures.day(change.to().day()),
                change.from().value(),
                change.to().value(),
                bars);
    }

    private static BigDecimal from(Change change) {
        return BigDecimal.valueOf(change.from().value());
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

    private static Bar bar(Sum sum, BigDecimal points, Catalogue catalogue) {
        var names = List.copyOf(sum.measures().sequencedKeySet());
        var printed = Printed.of(List.copyOf(sum.measures().sequencedValues()), points, DIGITS);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < names.size(); i++) {
            var it = printed.get(i);
            if (it.signum() != 0) {
                var name = names.get(i);
                var title =
                        catalogue
                                .find(name)
                                .map(found -> found.meaning().title())
                                .orElse(name.value());
                parts.add(new Part(name.value(), title, Figures.signed(it, DIGITS)));
            }
        }
        return new Bar(sum.name(), points, parts);
    }

    private static Sum ofGroup(Change change, Model.Group group) {
        var measures = new LinkedHashMap<MetricName, Double>();
        for (var line : change.lines()) {
            if (line instanceof Line.OfMeasure(var cause, var of, var metric, var points)
                    && cause == Cause.VALUE
                    && of.equals(group.name())) {
                measures.merge(metric, points, Double::sum);
            }
        }
        return new Sum(group.title(), measures, 0);
    }

    private static Sum ofMeasures(Change change, String name, Cause cause) {
        var measures = new LinkedHashMap<MetricName, Double>();
        for (var line : change.lines()) {
            if (line instanceof Line.OfMeasure(var it, _, var metric, var points) && it == cause) {
                measures.merge(metric, points, Double::sum);
            }
        }
        return new Sum(name, measures, 0);
    }

    private static Sum ofCauses(Change change, String name, Cause... causes) {
        var points =
                change.lines().stream()
                        .filter(it -> List.of(causes).contains(it.cause()))
                        .mapToDouble(Line::points)
                        .sum();
        return new Sum(name, new LinkedHashMap<>(), points);
    }
}
