package dev.keepwell.screen.api;

import dev.keepwell.health.Curve;
import dev.keepwell.health.Model;
import dev.keepwell.health.ModelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model as the API tells it: groups, measures, weights, curves and caps.
record ModelAnswer(
        String name,
        int version,
        String sha256,
        String title,
        double coverageFloor,
        List<Group> groups,
        List<Cap> caps) {

    /// A group with its measures.
    record Group(String id, double weight, String title, List<Measure> measures) {}

    /// A measure; its curve is linear, steps, category or identity, or percentile, trend or by_age
    /// with the knots of what they rest on.
    record Measure(String id, double weight, String curve, List<Knot> knots, String says) {}

    /// A value and its points. The last step, 'otherwise', is below every number and has no `x`.
    record Knot(@Nullable Double x, double y) {}

    /// What keeps a score from being good, and the sentence that says so.
    record Cap(String id, String atMost, String says) {}

    static ModelAnswer of(ModelVersion version) {
        var model = version.model();
        return new ModelAnswer(
                model.name(),
                version.number(),
                version.sha256(),
                model.title(),
                model.coverageFloor(),
                model.groups().stream().map(ModelAnswer::group).toList(),
                model.caps().stream()
                        .map(it -> new Cap(it.name(), it.atMost().word(), it.says()))
                        .toList());
    }

    private static Group group(Model.Group it) {
        var measures = it.measures().stream().map(ModelAnswer::measure).toList();
        return new Group(it.name(), it.weight(), it.title(), measures);
    }

    private static Measure measure(Model.Measure it) {
        var id = it.metric().value();
        return new Measure(id, it.weight(), kind(it.curve()), knots(it.curve()), it.says());
    }

    private static String kind(Curve curve) {
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

    private static List<Knot> knots(Curve curve) {
        return switch (curve) {
            case Curve.Linear(var knots) -> pairs(knots);
            case Curve.Steps(var thresholds) -> pairs(thresholds);
            case Curve.Category(var values) -> pairs(values);
            case Curve.Identity() -> List.of();
            case Curve.Percentile(_, var withoutPeers) -> knots(withoutPeers);
            case Curve.Trend(_, var ofRatio) -> knots(ofRatio);
            case Curve.ByAge(_, var afterwards) -> knots(afterwards);
        };
    }

    private static List<Knot> pairs(List<Curve.Knot> knots) {
        return knots.stream()
                .map(it -> new Knot(Double.isInfinite(it.x()) ? null : it.x(), it.y()))
                .toList();
    }
}
