package dev.keepwell.health;

import dev.keepwell.health.Change.Cause;
import dev.keepwell.health.Change.Line;
import dev.keepwell.metric.MetricName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The lines of a change between two published scores, of which more is known now.
///
/// What moved is explained by what is known now. What was not known when the days were published is
/// late data: it belongs to the first day as what it would have added, and to the second as what it
/// took away. Steps that belong to the score as a whole keep their cause, so that they stay those
/// of the published scores.
final class LateLines {

    private record Place(String group, MetricName measure) {}

    private final SequencedMap<Place, Double> late = new LinkedHashMap<>();
    private final Map<Cause, Double> whole = new EnumMap<>(Cause.class);
    private final List<Line> lines = new ArrayList<>();

    private LateLines() {}

    /// `known` is the change as it is known now; the others lead from what was published of a day
    /// to what is known of it, if that is something else.
    static Change of(Change.Point from, Change.Point to, Change known, Learned learned) {
        var lines = new LateLines();
        lines.keep(known);
        lines.learn(learned.ofFrom(), 1);
        lines.learn(learned.ofTo(), -1);
        return new Change(known.account(), from, to, lines.all());
    }

    /// From what was published of the two days to what is known of them now.
    record Learned(List<Change> ofFrom, List<Change> ofTo) {

        boolean isNothing() {
            return ofFrom.isEmpty() && ofTo.isEmpty();
        }
    }

    private void keep(Change known) {
        for (var line : known.lines()) {
            switch (line) {
                case Line.OfMeasure it -> lines.add(it);
                case Line.OfScore(var cause, var points) -> whole.merge(cause, points, Double::sum);
            }
        }
    }

    private void learn(List<Change> changes, int sign) {
        for (var change : changes) {
            for (var line : change.lines()) {
                switch (line) {
                    case Line.OfMeasure(_, var group, var measure, var points) ->
                            late.merge(new Place(group, measure), sign * points, Double::sum);
                    case Line.OfScore(var cause, var points) ->
                            whole.merge(cause, sign * points, Double::sum);
                }
            }
        }
    }

    private List<Line> all() {
        var all = new ArrayList<>(lines);
        late.forEach((place, points) -> {
            if (points != 0) {
                all.add(
                        new Line.OfMeasure(
                                Cause.LATE_DATA, place.group(), place.measure(), points));
            }
        });
        whole.forEach((cause, points) -> {
            if (points != 0) {
                all.add(new Line.OfScore(cause, points));
            }
        });
        return all;
    }
}
