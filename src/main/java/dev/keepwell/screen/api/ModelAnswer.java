package dev.keepwell.screen.api;

import dev.keepwell.health.Curve;
import dev.keepwell.health.CurveWords;
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
        return new Measure(
                it.metric().value(),
                it.weight(),
                CurveWords.kind(it.curve()),
                pairs(CurveWords.knots(it.curve())),
                it.says());
    }

    static List<Knot> pairs(List<Curve.Knot> knots) {
        return knots.stream()
                .map(it -> new Knot(Double.isInfinite(it.x()) ? null : it.x(), it.y()))
                .toList();
    }
}
