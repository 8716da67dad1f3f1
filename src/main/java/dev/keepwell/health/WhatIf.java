package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.util.Map;
import java.util.TreeMap;

/// What the score of an account would be if some of its measures had other values, and nothing else
/// were different: the very arithmetic of the score, not an estimate.
public final class WhatIf {

    private static final String SOURCE = "what if";

    private WhatIf() {}

    /// `model` is the whole version that judged. The band starts afresh, as nobody knows how long
    /// the values would have been so.
    public static Anatomy of(Anatomy anatomy, ModelVersion model, Map<MetricName, Double> values) {
        var observations = new TreeMap<>(anatomy.facts().observations());
        var known = model.model().metrics();
        values.forEach((metric, value) -> {
            if (!known.contains(metric)) {
                var words = known.stream().map(MetricName::value).toList();
                throw Refusal.invalid(
                        "what_if",
                        "The model does not read '%s'.%s"
                                .formatted(metric, Suggestion.forWord(metric.value(), words)));
            }
            observations.put(
                    metric,
                    new Observation.Measured(metric, Status.OK, value, anatomy.day(), SOURCE));
        });
        var facts = anatomy.facts();
        var other =
                new Facts(
                        facts.account(),
                        facts.day(),
                        observations,
                        facts.conditions(),
                        facts.beside());
        return Scoring.score(model, other, new Hysteresis.State.Fresh());
    }
}
