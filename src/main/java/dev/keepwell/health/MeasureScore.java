package dev.keepwell.health;

import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;

/// What one measure had to say about an account, and what that was worth.
public record MeasureScore(Observation observation, double weight, Part part) {

    /// Whether the measure takes part in the score.
    public sealed interface Part {

        /// `effectiveWeight` is its share of the whole score, 0 while its group is not used.
        record Counted(double points, double freshness, double effectiveWeight) implements Part {}

        /// It should have answered and did not, or too long ago: others carry its weight.
        record Missing() implements Part {}

        /// The question does not arise for this account, so its silence lowers no coverage.
        record NotApplicable() implements Part {}
    }

    public MetricName metric() {
        return observation.metric();
    }

    public boolean isApplicable() {
        return !(part instanceof Part.NotApplicable);
    }

    public double effectiveWeight() {
        return part instanceof Part.Counted counted ? counted.effectiveWeight() : 0;
    }

    /// The points of the account's score that come from here.
    public double contribution() {
        return part instanceof Part.Counted(var points, _, var effectiveWeight)
                ? effectiveWeight * points
                : 0;
    }

    /// The weight that is present: as set, times freshness.
    double presentWeight() {
        return part instanceof Part.Counted counted ? weight * counted.freshness() : 0;
    }

    /// The measure as part of a score in which one unit of present weight is worth `unit`.
    MeasureScore sharing(double unit) {
        return part instanceof Part.Counted(var points, var freshness, _)
                ? new MeasureScore(
                        observation,
                        weight,
                        new Part.Counted(points, freshness, presentWeight() * unit))
                : this;
    }
}
