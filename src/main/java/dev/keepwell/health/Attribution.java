package dev.keepwell.health;

import dev.keepwell.health.Change.Cause;
import dev.keepwell.health.Change.Line;
import dev.keepwell.health.Change.Point;
import dev.keepwell.health.MeasureScore.Part.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Explains the difference between two scores of an account, to the last digit.
public final class Attribution {

    private Attribution() {}

    /// The change between two days judged by the same rules; nothing when one is grey.
    public static Optional<Change> between(Anatomy from, Anatomy to) {
        if (!from.judge().isSame(to.judge())) {
            throw new IllegalArgumentException("Different rules need across().");
        }
        return explain(from, from, to, List.of());
    }

    /// The change between two days when the model changed too, or the profile that applies. What
    /// the new rules say of the old facts is the rules' doing, and the rest is explained under the
    /// new ones. `factsOfFrom` are all the old day's facts, since the new model may read what the
    /// old one did not.
    public static Optional<Change> across(
            Anatomy from, Facts factsOfFrom, Anatomy to, ModelVersion modelOfTo) {
        if (!(from.verdict() instanceof Verdict.Scored before)
                || !(to.verdict() instanceof Verdict.Scored after)) {
            return Optional.empty();
        }
        var lines = new ArrayList<Line>();
        var raw = before.raw();
        var isSameModel =
                from.judge().version() == to.judge().version()
                        && from.judge().model().equals(to.judge().model());
        if (!isSameModel) {
            var rejudged = Scoring.score(modelOfTo, factsOfFrom, new Hysteresis.State.Fresh());
            if (!(rejudged.verdict() instanceof Verdict.Scored then)) {
                // The new model could not have judged the old day: the whole step is its doing.
                return explain(from, to, to, List.of(line(Cause.CONFIG, after.raw() - raw)));
            }
            lines.add(line(Cause.CONFIG, then.raw() - raw));
            raw = then.raw();
        }
        var base = Scoring.scoreUnder(to.judge().profile(), modelOfTo, factsOfFrom);
        if (!(base.verdict() instanceof Verdict.Scored start)) {
            lines.add(line(Cause.PROFILE, after.raw() - raw));
            return explain(from, to, to, lines);
        }
        if (start.raw() != raw) {
            lines.add(line(Cause.PROFILE, start.raw() - raw));
        }
        return explain(from, base, to, lines);
    }

    private static Line line(Cause cause, double points) {
        return new Line.OfScore(cause, points);
    }

    /// `base` is the old day as the new day's model sees it.
    private static Optional<Change> explain(
            Anatomy from, Anatomy base, Anatomy to, List<Line> first) {
        if (!(from.verdict() instanceof Verdict.Scored before)
                || !(to.verdict() instanceof Verdict.Scored after)
                || !(base.verdict() instanceof Verdict.Scored start)) {
            return Optional.empty();
        }
        var lines = new ArrayList<>(first);
        var middle = (start.raw() + after.raw()) / 2;
        for (int g = 0; g < to.groups().size(); g++) {
            addGroup(lines, base.groups().get(g), to.groups().get(g), middle);
        }
        add(lines, Cause.ROUNDING, rounding(after) - rounding(before));
        add(lines, Cause.CAPS, caps(after) - caps(before));
        add(lines, Cause.OVERRIDE, override(after) - override(before));
        return Optional.of(
                new Change(
                        to.account(),
                        new Point(from.day(), before.published()),
                        new Point(to.day(), after.published()),
                        lines));
    }

    private static void addGroup(
            List<Line> lines, GroupScore before, GroupScore after, double middle) {
        for (int m = 0; m < after.measures().size(); m++) {
            var was = before.measures().get(m);
            var is = after.measures().get(m);
            var weightBefore = was.effectiveWeight();
            var weightAfter = is.effectiveWeight();
            if (weightBefore == 0 && weightAfter == 0) {
                continue;
            }
            // A measure that is missing on one side is taken to be unchanged in value, so that its
            // absence shows as weight alone.
            var pointsBefore = weightBefore == 0 ? points(is) : points(was);
            var pointsAfter = weightAfter == 0 ? points(was) : points(is);
            var value = (weightBefore + weightAfter) / 2 * (pointsAfter - pointsBefore);
            // Weights only move from one measure to another. Measuring them against the middle
            // of both scores lets losing a good measure read as a loss.
            var weight = ((pointsBefore + pointsAfter) / 2 - middle) * (weightAfter - weightBefore);
            lines.add(new Line.OfMeasure(Cause.VALUE, after.group(), is.metric(), value));
            lines.add(new Line.OfMeasure(Cause.WEIGHT, after.group(), is.metric(), weight));
        }
    }

    private static double points(MeasureScore measure) {
        return measure.part() instanceof Counted counted ? counted.points() : 0;
    }

    private static void add(List<Line> lines, Cause cause, double points) {
        if (points != 0) {
            lines.add(new Line.OfScore(cause, points));
        }
    }

    private static double rounding(Verdict.Scored score) {
        return score.rounded() - score.raw();
    }

    private static double caps(Verdict.Scored score) {
        return score.capped() - score.rounded();
    }

    private static double override(Verdict.Scored score) {
        return score.published() - score.capped();
    }
}
