package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.MetricName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Why a published score moved between two days: lines that add up to the difference.
public record Change(AccountId account, Point from, Point to, List<Line> lines) {

    /// A published score and its day.
    public record Point(LocalDate day, double value) {}

    /// What moved the score.
    public enum Cause {
        /// A measure's points are different.
        VALUE,
        /// A measure counts more or less than it did, as when data went missing or faded.
        WEIGHT,
        /// The model was changed.
        CONFIG,
        /// The account came under another profile.
        PROFILE,
        /// Facts of the past arrived afterwards.
        LATE_DATA,
        ROUNDING,
        CAPS,
        OVERRIDE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One cause and its part of the difference.
    public sealed interface Line {

        Cause cause();

        double points();

        /// A line that belongs to one measure.
        record OfMeasure(Cause cause, String group, MetricName measure, double points)
                implements Line {}

        /// A line that belongs to the score as a whole.
        record OfScore(Cause cause, double points) implements Line {}
    }

    public Change {
        lines = List.copyOf(lines);
    }

    /// The points of each group, which are the points of its measures.
    public SequencedMap<String, Double> groups() {
        var groups = new LinkedHashMap<String, Double>();
        for (var line : lines) {
            if (line instanceof Line.OfMeasure(_, var group, _, var points)) {
                groups.merge(group, points, Double::sum);
            }
        }
        return groups;
    }

    /// Numbers for people: one decimal each, and still adding up to their rounded sum. What
    /// rounding down took away goes back to the lines that lost most.
    public static List<Double> printed(List<Double> points) {
        var tenths = points.stream().map(it -> Decimals.settled(it * 10)).toList();
        var printed = new ArrayList<>(tenths.stream().map(Math::floor).toList());
        var sum = points.stream().mapToDouble(it -> it).sum();
        var kept = printed.stream().mapToDouble(it -> it).sum();
        var takenAway = Math.round(Decimals.one(sum) * 10 - kept);
        IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> printed.get(i) - tenths.get(i)))
                .limit(takenAway)
                .toList()
                .forEach(i -> printed.set(i, printed.get(i) + 1));
        return printed.stream().map(it -> Decimals.one(it / 10)).toList();
    }
}
