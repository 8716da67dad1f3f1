package dev.keepwell.health;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Trait;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of an account on a day beside its observations: what it is, what it was like
/// before, how its peers do, and whether a person overruled the model.
///
/// `baselines` are earlier observations of the account itself, for curves that look at a trend.
public record Circumstances(
        SortedMap<String, Trait> traits,
        SortedMap<MetricName, Observation> baselines,
        SortedMap<MetricName, Standing> standings,
        @Nullable ManualOverride override) {

    static final Circumstances NONE = of(Map.of(), Map.of(), Map.of(), null);

    /// Where a value stands among those of the peers: how many of them are `less` and how many
    /// `equal`. `reference` names the frozen distribution, such as `2025-Q2 segment SMB`.
    public record Standing(String reference, int less, int equal, int count) {

        /// The share of the peers that the value leaves behind, from 0 to 100; those who are equal
        /// count by half.
        public double percentile() {
            return Decimals.FULL_MARKS * (less + equal / 2.0) / count;
        }
    }

    public Circumstances {
        traits = Collections.unmodifiableSortedMap(new TreeMap<>(traits));
        baselines = Collections.unmodifiableSortedMap(new TreeMap<>(baselines));
        standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
    }

    static Circumstances of(
            Map<String, Trait> traits,
            Map<MetricName, Observation> baselines,
            Map<MetricName, Standing> standings,
            @Nullable ManualOverride override) {
        return new Circumstances(
                new TreeMap<>(traits),
                new TreeMap<>(baselines),
                new TreeMap<>(standings),
                override);
    }

    boolean isReadBy(Collection<MetricName> metrics, Collection<String> asked) {
        return asked.containsAll(traits.keySet())
                && metrics.containsAll(baselines.keySet())
                && metrics.containsAll(standings.keySet());
    }

    /// Only what a model reads, as with the facts themselves.
    Circumstances read(Collection<MetricName> metrics, Collection<String> asked) {
        var some = new TreeMap<>(traits);
        some.keySet().retainAll(asked);
        var before = new TreeMap<>(baselines);
        before.keySet().retainAll(metrics);
        var among = new TreeMap<>(standings);
        among.keySet().retainAll(metrics);
        return new Circumstances(some, before, among, override);
    }

    Circumstances and(Circumstances more) {
        var traits = new TreeMap<>(more.traits);
        var baselines = new TreeMap<>(this.baselines);
        var standings = new TreeMap<>(this.standings);
        traits.putAll(this.traits);
        baselines.putAll(more.baselines);
        standings.putAll(more.standings);
        return new Circumstances(traits, baselines, standings, override);
    }

    /// What a score is a function of, too. An account without any of it has the same print as it
    /// had before there was any.
    void addTo(Fingerprint print) {
        traits.forEach((name, trait) -> print.add(name).add(trait.text()));
        baselines.values().forEach(it -> Facts.add(print, it));
        standings.forEach((metric, it) ->
                print.add(metric.value())
                        .add(it.reference())
                        .add("%d %d %d".formatted(it.less(), it.equal(), it.count())));
        if (override != null) {
            print.add(override.toString());
        }
    }
}
