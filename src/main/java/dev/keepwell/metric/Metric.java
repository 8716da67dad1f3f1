package dev.keepwell.metric;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One metric of the catalogue: what it means and how it is computed.
///
/// It holds no threshold and no colour; those belong to models.
public record Metric(MetricName name, Meaning meaning, Kind kind, Rules rules, Queries queries) {

    /// What people read.
    public record Meaning(
            String title,
            String question,
            Unit unit,
            Better better,
            String text,
            List<String> caveats,
            List<String> tags,
            List<String> related,
            String owner,
            int version) {}

    /// What the engine obeys.
    public record Rules(
            List<Grain> per,
            Window window,
            List<String> reads,
            List<List<String>> sources,
            Absent absent,
            Bounds bounds,
            Sample sample,
            Lines lines,
            Members members,
            @Nullable String beginsWith,
            @Nullable Integer stallsAfterDays,
            Limit settlesAfterDays) {}

    /// What it means when the query says nothing about an entity.
    public enum Absent {
        ZERO,
        NO_DATA,
        ZERO_DENOMINATOR
    }

    /// The named lines of a metric, of which the empty one is its headline. Where they are the keys
    /// of a split, such as channels, `dimension` says what of.
    public record Lines(
            List<String> components, @Nullable String dimension, Map<String, Unit> units) {

        public Lines {
            components = List.copyOf(components);
            units = Map.copyOf(units);
        }
    }

    /// What a line counts, where it is something else than the headline.
    public Unit unitOf(String component) {
        return rules.lines().units().getOrDefault(component, meaning.unit());
    }

    /// Whose accounts make up a group: those of the last day, those of the opening, or each for the
    /// days that it belonged.
    public enum Members {
        CLOSING,
        OPENING,
        DATED
    }

    /// A value outside is a mistake in the data or the query, and is never shown.
    public record Bounds(double lowest, double highest) {

        static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean allow(double value) {
            return value >= lowest && value <= highest;
        }
    }

    /// How many cases a value needs before it may be coloured, and how its uncertainty is stated.
    /// `certain` are the lines that have no interval, because they are no cases among cases.
    public record Sample(Limit minimum, boolean wilson, List<String> certain) {}

    /// A metric's query per account, and those for the grains that accounts do not add up to. The
    /// first is empty where no account is asked; `rows` tells the evidence behind the values.
    public record Queries(String account, Map<Grain, String> others, String groups, Evidence rows) {

        public Queries {
            others = Map.copyOf(others);
        }
    }

    /// The rows behind a value, how they make it, and the facts that only they read.
    public record Evidence(String query, Folds folds, List<String> reads) {}

    public String query() {
        return queries.account();
    }

    public String groupQuery() {
        return queries.groups();
    }

    /// Groups add the parts of accounts unless the metric brings a query of its own for them.
    boolean hasGroupQuery() {
        return !groupQuery().isEmpty();
    }

    public boolean isAskedPer(Grain grain) {
        return rules.per().contains(grain);
    }
}
