package dev.keepwell.screen.api;

import dev.keepwell.health.CurveWords;
import dev.keepwell.health.Difference;
import dev.keepwell.health.MeasureDifference;
import dev.keepwell.health.Model;
import dev.keepwell.health.ModelDiff;
import dev.keepwell.health.ModelWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A difference as the API tells it: where, in a sentence, and what was and is there.
record DifferenceAnswer(
        String path, String sentence, @Nullable String before, @Nullable String after) {

    static List<DifferenceAnswer> between(Model before, Model after) {
        return ModelDiff.between(before, after).stream().map(DifferenceAnswer::of).toList();
    }

    private static DifferenceAnswer of(Difference it) {
        return switch (it) {
            case Difference.Named(var name, _, var was) -> of(it, was, name);
            case Difference.Banded(var before, var after) ->
                    of(it, ModelWords.of(before), ModelWords.of(after));
            case Difference.Floored(var before, var after) -> of(it, before, after);
            case Difference.GroupAdded(_, var group) -> of(it, null, group.title());
            case Difference.GroupRemoved(var group) -> of(it, group.title(), null);
            case Difference.GroupWeighed(_, _, var before, var after) -> of(it, before, after);
            case Difference.GroupTitled(_, var before, var after) -> of(it, before, after);
            case MeasureDifference.MeasureAdded(_, _, var measure, _) ->
                    of(it, null, measure.metric().value());
            case MeasureDifference.MeasureRemoved(_, var metric) -> of(it, metric.value(), null);
            case MeasureDifference.MeasureWeighed(_, _, var before, var after) ->
                    of(it, before, after);
            case MeasureDifference.CurveChanged(_, _, var before, var after) ->
                    of(it, CurveWords.of(before), CurveWords.of(after));
            case MeasureDifference.FadingChanged(_, _, var before, var after) ->
                    of(it, ModelWords.of(before), ModelWords.of(after));
            case Difference.Paced(var before, var after) ->
                    of(it, ModelWords.of(before), ModelWords.of(after));
            case MeasureDifference.GapChanged(_, _, var before, var after) ->
                    of(it, ModelWords.of(before), ModelWords.of(after));
            case Difference.Reprofiled _ -> of(it, null, null);
            case Difference.ProfilesReordered(var before, var after) ->
                    of(it, String.join(", ", before), String.join(", ", after));
            case MeasureDifference.Reworded(_, _, var before, var after) -> of(it, before, after);
            case Difference.CapAdded(_, var cap) -> of(it, null, ModelWords.of(cap));
            case Difference.CapRemoved(var cap) -> of(it, ModelWords.of(cap), null);
            case Difference.CapChanged(var before, var after) ->
                    of(it, ModelWords.of(before), ModelWords.of(after));
            case Difference.Reordered _, Difference.Regrouped _ -> of(it, null, null);
        };
    }

    private static DifferenceAnswer of(Difference it, double before, double after) {
        return of(it, ModelWords.number(before), ModelWords.number(after));
    }

    private static DifferenceAnswer of(
            Difference it, @Nullable String before, @Nullable String after) {
        return new DifferenceAnswer(it.path(), it.sentence(), before, after);
    }
}
