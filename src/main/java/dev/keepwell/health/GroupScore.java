package dev.keepwell.health;

import java.util.List;
import java.util.OptionalDouble;

/// One group of an account's score: how much of it is known, and what that adds up to.
public record GroupScore(
        String group,
        double weight,
        double effectiveWeight,
        double coverage,
        Standing standing,
        List<MeasureScore> measures) {

    /// Whether the group takes part in the score.
    public enum Standing {
        USED,
        /// Too little of it is known: it is left out, and counts as 0 in the overall coverage.
        BELOW_FLOOR,
        /// None of its questions arises for this account: it leaves the weights.
        NOT_APPLICABLE
    }

    public GroupScore {
        measures = List.copyOf(measures);
    }

    /// The mean of what is known, by present weight; nothing when nothing is known.
    public OptionalDouble score() {
        var present = measures.stream().mapToDouble(MeasureScore::presentWeight).sum();
        var points = 0.0;
        for (var measure : measures) {
            if (measure.part() instanceof MeasureScore.Part.Counted counted) {
                points += measure.presentWeight() * counted.points();
            }
        }
        return present > 0
                ? OptionalDouble.of(Decimals.clamped(points / present))
                : OptionalDouble.empty();
    }

    /// The points of the account's score that come from this group.
    public double contribution() {
        return isUsed() ? effectiveWeight * score().orElse(0) : 0;
    }

    public boolean isUsed() {
        return standing == Standing.USED;
    }

    static GroupScore of(Model.Group group, double floor, List<MeasureScore> measures) {
        var applicable =
                measures.stream()
                        .filter(MeasureScore::isApplicable)
                        .mapToDouble(MeasureScore::weight)
                        .sum();
        var present = measures.stream().mapToDouble(MeasureScore::presentWeight).sum();
        var coverage = applicable > 0 ? Decimals.settled(present / applicable) : 0;
        var standing = standing(applicable, coverage, floor);
        return new GroupScore(group.name(), group.weight(), 0, coverage, standing, measures);
    }

    private static Standing standing(double applicable, double coverage, double floor) {
        if (applicable == 0) {
            return Standing.NOT_APPLICABLE;
        }
        return coverage > 0 && coverage >= floor ? Standing.USED : Standing.BELOW_FLOOR;
    }

    /// The group as part of a score in which the used groups together weigh `usedWeight`.
    GroupScore sharing(double usedWeight) {
        if (!isUsed() || usedWeight == 0) {
            return this;
        }
        var share = weight / usedWeight;
        var present = measures.stream().mapToDouble(MeasureScore::presentWeight).sum();
        var shared = measures.stream().map(it -> it.sharing(share / present)).toList();
        return new GroupScore(group, weight, share, coverage, standing, shared);
    }
}
