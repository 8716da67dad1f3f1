package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Conditions;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Small models and observations, written the way the rules are.
final class Given {

    static final LocalDate TODAY = LocalDate.of(2025, 5, 31);
    static final AccountId ACORN = new AccountId("acorn");
    static final Hysteresis.State FRESH = new Hysteresis.State.Fresh();
    static final Curve.Drawn IDENTITY = new Curve.Identity();
    static final ModelFile FILES = new ModelFile(Conditions.packaged());

    private Given() {}

    static Curve.Linear linear(double... xy) {
        return new Curve.Linear(knots(xy));
    }

    static List<Curve.Knot> knots(double... xy) {
        return Stream.iterate(0, i -> i < xy.length, i -> i + 2)
                .map(i -> new Curve.Knot(xy[i], xy[i + 1]))
                .toList();
    }

    static Observation is(String metric, double value) {
        return is(metric, value, TODAY);
    }

    static Observation is(String metric, double value, LocalDate observedOn) {
        return new Observation.Measured(name(metric), Status.OK, value, observedOn, "csv");
    }

    static Observation is(String metric, double value, Status status) {
        return new Observation.Measured(name(metric), status, value, TODAY, "csv");
    }

    static Observation unknown(String metric, Status status) {
        return new Observation.Unknown(name(metric), status);
    }

    static Model.Measure measure(String metric, double weight) {
        return measure(metric, weight, IDENTITY);
    }

    static Model.Measure measure(String metric, double weight, Curve curve) {
        return measure(metric, weight, curve, new Fading.Never());
    }

    static Model.Measure measure(String metric, double weight, Curve curve, Fading fading) {
        return new Model.Measure(name(metric), weight, curve, fading, "It says so.");
    }

    static Model.Group group(String name, double weight, Model.Measure... measures) {
        return new Model.Group(name, weight, name, List.of(measures));
    }

    static Model model(Model.Group... groups) {
        return model(List.of(), groups);
    }

    static Model model(List<Cap> caps, Model.Group... groups) {
        return new Model("test", "Test", Bands.DEFAULT, 0.5, List.of(groups), caps);
    }

    static ModelVersion version(Model model) {
        return new ModelVersion(1, "hash of the text", model);
    }

    static Facts facts(Observation... observed) {
        return facts(Map.of(), observed);
    }

    static Facts facts(Map<String, Boolean> conditions, Observation... observed) {
        return Facts.of(ACORN, TODAY, List.of(observed), conditions);
    }

    static Anatomy score(Model model, Observation... observed) {
        return Scoring.score(version(model), facts(observed), FRESH);
    }

    static Verdict.Scored scored(Anatomy anatomy) {
        return (Verdict.Scored) anatomy.verdict();
    }

    static Model defaultModel() {
        return FILES.read(Packaged.text(Packaged.DEFAULT_MODEL));
    }

    private static MetricName name(String metric) {
        return new MetricName(metric);
    }
}
