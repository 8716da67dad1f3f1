package dev.keepwell.health;

import dev.keepwell.health.Circumstances.Standing;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Observations;
import dev.keepwell.metric.Observations.Seen;
import dev.keepwell.metric.Trait;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Gathers everything that a model may look at on some days, before anybody judges: what is
/// observed, what was last heard of sources that have stalled, what accounts were like before, how
/// their peers do, and what people ordered.
public final class Hearing {

    private final Observations observations;
    private final References references;
    private final Overrides overrides;

    Hearing(Observations observations, References references, Overrides overrides) {
        this.observations = observations;
        this.references = references;
        this.overrides = overrides;
    }

    /// The facts of every customer of each day, in the order of days and accounts.
    public List<Facts> of(WorkspaceId workspace, Model model, List<LocalDate> days) {
        var seen = observations.of(workspace, days, model.metrics(), model.conditions());
        var facts = seen.stream().map(Hearing::plain).toList();
        if (facts.isEmpty()) {
            return facts;
        }
        var held = Held.of(observations, workspace, model, days);
        var before = baselines(workspace, model, days, held);
        var peers = standings(workspace, model);
        var ordered = overrides.between(workspace, days.getFirst(), days.getLast());
        return facts.stream()
                .map(held::fill)
                .map(it ->
                        it.in(
                                Circumstances.of(
                                        it.beside().traits(),
                                        before.of(it),
                                        peers.of(it),
                                        order(ordered, it))))
                .toList();
    }

    private static Facts plain(Seen it) {
        return Facts.of(it.account(), it.day(), it.observations(), it.conditions())
                .in(Circumstances.of(it.traits(), Map.of(), Map.of(), null));
    }

    private static @Nullable ManualOverride order(
            Map<AccountId, List<Overrides.Entry>> ordered, Facts facts) {
        return ordered.getOrDefault(facts.account(), List.of()).stream()
                .filter(it -> it.holdsOn(facts.day()))
                .findFirst()
                .map(Overrides.Entry::override)
                .orElse(null);
    }

    /// Something that is known of an account on a day, metric by metric.
    private interface Known<T> {
        Map<MetricName, T> of(Facts facts);
    }

    /// The account's own values before, for the curves that look at a trend. What is held is
    /// compared with what was before it was last heard: otherwise a trend would move by silence.
    private Known<Observation> baselines(
            WorkspaceId workspace, Model model, List<LocalDate> days, Held held) {
        var back = new TreeMap<MetricName, Integer>();
        model.everyMeasure()
                .forEach(it -> {
                    if (it.curve() instanceof Curve.Trend(var ago, _)) {
                        back.put(it.metric(), ago);
                    }
                });
        var found = new HashMap<MetricName, Map<LocalDate, Map<AccountId, Observation>>>();
        back.forEach((metric, ago) -> {
            var earlier = new TreeSet<LocalDate>();
            days.forEach(it -> earlier.add(held.lastHeard(metric, it).minusDays(ago)));
            var byDay = found.computeIfAbsent(metric, _ -> new HashMap<>());
            var metrics = List.of(metric);
            for (var it : observations.of(workspace, List.copyOf(earlier), metrics, List.of())) {
                var ofDay = byDay.computeIfAbsent(it.day(), _ -> new HashMap<>());
                it.observations().forEach(before -> ofDay.put(it.account(), before));
            }
        });
        return facts -> {
            var before = new HashMap<MetricName, Observation>();
            back.forEach((metric, ago) -> {
                var day = held.lastHeard(metric, facts.day()).minusDays(ago);
                var it =
                        found.getOrDefault(metric, Map.of())
                                .getOrDefault(day, Map.of())
                                .get(facts.account());
                if (it != null) {
                    before.put(metric, it);
                }
            });
            return before;
        };
    }

    /// Where the account's values stand among those that were frozen when the quarter began.
    private Known<Standing> standings(WorkspaceId workspace, Model model) {
        var curves = new TreeMap<MetricName, Curve.Percentile>();
        model.everyMeasure()
                .forEach(it -> {
                    if (it.curve() instanceof Curve.Percentile percentile) {
                        curves.put(it.metric(), percentile);
                    }
                });
        var quarters = new HashMap<String, References.Quarter>();
        return facts -> {
            var standings = new HashMap<MetricName, Standing>();
            curves.forEach((metric, curve) -> {
                if (facts.observation(metric) instanceof Observation.Measured measured) {
                    var quarter = References.quarterOf(facts.day());
                    var segment = facts.beside().traits().get(Curve.SEGMENT);
                    var word = segment instanceof Trait.Word(var it) ? it : "";
                    var reference =
                            quarters.computeIfAbsent(
                                            metric + " " + quarter,
                                            _ -> references.of(workspace, metric, quarter))
                                    .of(curve.peers(), word);
                    standings.put(metric, reference.standing(measured.value()));
                }
            });
            return standings;
        };
    }
}
