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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        var before = baselines(workspace, model, days);
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

    /// The account's own values before, for the curves that look at a trend.
    private Known<Observation> baselines(WorkspaceId workspace, Model model, List<LocalDate> days) {
        var back = new TreeMap<Integer, List<MetricName>>();
        model.everyMeasure()
                .forEach(it -> {
                    if (it.curve() instanceof Curve.Trend(var ago, _)) {
                        back.computeIfAbsent(ago, _ -> new ArrayList<>()).add(it.metric());
                    }
                });
        var found = new HashMap<AccountId, Map<LocalDate, Map<MetricName, Observation>>>();
        back.forEach((ago, metrics) -> {
            var earlier = days.stream().map(it -> it.minusDays(ago)).toList();
            for (var it : observations.of(workspace, earlier, metrics, List.of())) {
                var ofDay =
                        found.computeIfAbsent(it.account(), _ -> new HashMap<>())
                                .computeIfAbsent(it.day().plusDays(ago), _ -> new HashMap<>());
                it.observations().forEach(o -> ofDay.put(o.metric(), o));
            }
        });
        return facts ->
                found.getOrDefault(facts.account(), Map.of()).getOrDefault(facts.day(), Map.of());
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
