package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Brings what was published meanwhile into a draft: in the draft's text, place by place.
///
/// What both changed in the same place and not to the same is a conflict, which only people can
/// settle. The order of parts is the draft's own.
final class Rebase {

    /// Places that the text writes under one of several keys.
    private static final String CURVE = "curve";

    private static final String AGE = "fresh_for";

    private final Function<String, Model> reader;
    private final String base;
    private final String theirs;
    private final int version;

    Rebase(Function<String, Model> reader, String base, String theirs, int version) {
        this.reader = reader;
        this.base = base;
        this.theirs = theirs;
        this.version = version;
    }

    String onto(String mine) {
        if (mine.equals(base)) {
            return theirs;
        }
        var start = reader.apply(base);
        var ours = reader.apply(mine);
        var here = ModelDiff.between(start, ours);
        var there =
                ModelDiff.between(start, reader.apply(theirs)).stream()
                        .filter(it -> !(it instanceof Difference.Reordered))
                        .filter(it -> !here.contains(it))
                        .toList();
        checkApart(here, there);
        var text = new YamlText(mine);
        for (var it : there) {
            text = bring(text, it);
        }
        checkMerged(text.text(), ModelDiff.applied(ours, there));
        return text.text();
    }

    private void checkApart(List<Difference> here, List<Difference> there) {
        var conflicts =
                there.stream()
                        .flatMap(theirs ->
                                here.stream()
                                        .filter(it -> overlap(it.path(), theirs.path()))
                                        .map(it ->
                                                "%s: here %s; in version %d %s"
                                                        .formatted(
                                                                theirs.path(),
                                                                it.sentence(),
                                                                version,
                                                                theirs.sentence())))
                        .collect(Collectors.joining(". "));
        if (!conflicts.isEmpty()) {
            throw Refusal.conflict(
                    "draft_conflicts",
                    "Both the draft and version %d changed the same places. %s. Settle them in the"
                                    .formatted(version, conflicts)
                            + " draft, or begin a new one.");
        }
    }

    /// Leaves nothing to luck: the merged text must say what both changed, and nothing else.
    private void checkMerged(String text, Model expected) {
        var astray =
                ModelDiff.between(reader.apply(text), expected).stream()
                        .filter(it -> !(it instanceof Difference.Reordered))
                        .map(Difference::path)
                        .collect(Collectors.joining(", "));
        if (!astray.isEmpty()) {
            throw Refusal.conflict(
                    "draft_conflicts",
                    "What version %d changed cannot be brought into this text at %s. Begin a new"
                                    .formatted(version, astray)
                            + " draft.");
        }
    }

    private YamlText bring(YamlText mine, Difference difference) {
        return switch (difference) {
            case Difference.Named _ -> copied(mine, List.of(List.of("model"), List.of("title")));
            case Difference.GroupAdded(_, var group) -> {
                var left = mine;
                for (var it : group.measures()) {
                    left = withoutMeasure(left, it.metric().value());
                }
                yield copied(left, difference.path());
            }
            case MeasureDifference.MeasureAdded(_, _, var measure, _) ->
                    copied(withoutMeasure(mine, measure.metric().value()), difference.path());
            case MeasureDifference.CurveChanged _ ->
                    copied(mine, paths(difference, CURVE, CurveFragment.KEYS));
            case MeasureDifference.FadingChanged _ ->
                    copied(mine, paths(difference, AGE, List.of(AGE, "never_fades_at")));
            case Difference.Banded _,
                    Difference.Floored _,
                    Difference.GroupRemoved _,
                    Difference.GroupWeighed _,
                    Difference.GroupTitled _,
                    MeasureDifference.MeasureRemoved _,
                    MeasureDifference.MeasureWeighed _,
                    MeasureDifference.Reworded _,
                    Difference.Paced _,
                    MeasureDifference.GapChanged _,
                    Difference.Reprofiled _,
                    Difference.CapAdded _,
                    Difference.CapRemoved _,
                    Difference.CapChanged _,
                    Difference.Regrouped _ ->
                    copied(mine, difference.path());
            case Difference.Reordered _, Difference.ProfilesReordered _ -> mine;
        };
    }

    private YamlText copied(YamlText mine, String path) {
        return copied(mine, List.of(KeyPath.of(path)));
    }

    /// What the other text says in these places, or does not say. What is new comes first, since a
    /// list cannot be left empty on the way.
    private YamlText copied(YamlText mine, Iterable<List<String>> paths) {
        var source = new YamlText(theirs);
        var text = mine;
        var gone = new ArrayList<List<String>>();
        for (var path : paths) {
            var node = source.find(path);
            if (node.isPresent()) {
                text = text.put(path, Fragment.of(node.get()));
            } else {
                gone.add(path);
            }
        }
        for (var path : gone) {
            text = text.remove(path);
        }
        return text;
    }

    private static YamlText withoutMeasure(YamlText text, String metric) {
        return new ModelPlaces(text).find(metric).map(text::remove).orElse(text);
    }

    private static List<List<String>> paths(Difference it, String last, List<String> keys) {
        var path = KeyPath.of(it.path());
        var above = path.subList(0, path.indexOf(last));
        return keys.stream()
                .map(key -> Stream.concat(above.stream(), Stream.of(key)).toList())
                .toList();
    }

    private static boolean overlap(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }
}
