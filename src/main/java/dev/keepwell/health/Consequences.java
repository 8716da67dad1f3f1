package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.health.Outlook.Range;
import dev.keepwell.health.Outlook.Reach;
import dev.keepwell.health.Prospect.Standing;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Says what a model would change today, before anybody puts it in force.
///
/// Accounts are judged as a run after publishing judges them: the facts of the present day, and the
/// bands from where they stood the evening before. So what is foretold is what happens.
public final class Consequences {

    private final Models models;
    private final Catalogue catalogue;
    private final Grounds grounds;

    Consequences(Models models, Catalogue catalogue, Grounds grounds) {
        this.models = models;
        this.catalogue = catalogue;
        this.grounds = grounds;
    }

    /// What the model of this text would change. Of very many accounts a sample is judged, unless
    /// the answer is to be exact.
    public Outlook of(WorkspaceId workspace, String yaml, boolean exact) {
        return of(workspace, models.read(yaml), exact);
    }

    /// How the metric's values are spread over the accounts of today, or over a sample of them.
    public Distribution distribution(WorkspaceId workspace, MetricName metric) {
        var ground = ground(workspace, alone(metric));
        var values =
                ground.facts().stream()
                        .map(it -> it.observation(metric))
                        .filter(it -> Facts.isScorable(it.status()))
                        .filter(Observation.Measured.class::isInstance)
                        .mapToDouble(it -> ((Observation.Measured) it).value());
        return Distribution.of(ground.stands().size(), values);
    }

    private Ground ground(WorkspaceId workspace, Model model) {
        return grounds.of(workspace, model)
                .orElseThrow(() ->
                        Refusal.conflict(
                                "no_scores",
                                "Nobody has a score yet, so there is nothing to compare with."
                                        + " './keepwell run' judges the day."));
    }

    /// A model that looks at nothing else.
    private static Model alone(MetricName metric) {
        var measure =
                new Model.Measure(metric, 1, new Curve.Identity(), new Fading.Never(), "It is.");
        var group = new Model.Group("alone", 1, "Alone", List.of(measure));
        return new Model("alone", "Alone", Bands.DEFAULT, 0, List.of(group), List.of());
    }

    Outlook of(WorkspaceId workspace, Model draft, boolean exact) {
        var ground = ground(workspace, draft);
        var inForce = models.version(workspace, ground.version()).orElseThrow().model();
        var trial = new Trial(draft, ModelDiff.between(inForce, draft), inForce);
        if (exact && ground.stands().size() < ground.total()) {
            grounds.each(workspace, draft, it -> trial.take(it, _ -> it));
        } else {
            trial.take(ground, it -> grounds.of(workspace, it).orElse(ground));
        }
        return trial.outlook(ground, catalogue);
    }

    /// The models as a run would judge by them: how they are numbered decides on no score.
    static List<Anatomy> judge(Model model, Collection<Facts> facts, Map<AccountId, State> states) {
        return new Closing(new ModelVersion(0, "", model), states).close(facts);
    }

    /// A draft on its way through the accounts, portion by portion.
    private static final class Trial {

        private final Model draft;
        private final List<Difference> differences;
        private final Causes causes;
        private final Evidence evidence;
        private final List<Prospect> prospects = new ArrayList<>();
        private Reach reach = Reach.of(List.of());

        Trial(Model draft, List<Difference> differences, Model inForce) {
            this.draft = draft;
            this.differences = differences;
            this.causes = new Causes(inForce, differences);
            this.evidence = new Evidence(Cautions.counting(draft));
        }

        /// Models on the way to the draft may compare accounts otherwise, on a ground of their own.
        void take(Ground ground, Function<Model, Ground> others) {
            var before = new HashMap<AccountId, Standing>();
            ground.stands().forEach(it -> before.put(it.facts().account(), it.standing()));
            var judged = judge(draft, ground.facts(), ground.states());
            evidence.add(judged);
            reach = reach.and(Reach.of(judged));
            var found = new ArrayList<Prospect>(judged.size());
            for (var it : judged) {
                var was = before.getOrDefault(it.account(), Standing.of(it));
                found.add(new Prospect(it.account(), was, Standing.of(it), null));
            }
            var why = causes.of(others, found.stream().filter(Prospect::isMover).toList());
            found.forEach(it -> prospects.add(it.because(why.get(it.account()))));
        }

        Outlook outlook(Ground ground, Catalogue catalogue) {
            return new Outlook(
                    new Range(ground.day(), ground.version(), prospects.size(), ground.total()),
                    draft,
                    differences,
                    prospects,
                    Cautions.of(draft, catalogue, evidence),
                    reach);
        }
    }
}
