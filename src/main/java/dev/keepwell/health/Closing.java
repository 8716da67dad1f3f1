package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.MetricName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Judges day after day under one version of a model, carrying each account's band from one day to
/// the next. Days must come in order; a day that an account misses changes nothing for it.
public final class Closing {

    private final ModelVersion model;
    private final List<MetricName> metrics;
    private final List<String> conditions;
    private final Map<AccountId, State> states =
            new TreeMap<>(Comparator.comparing(AccountId::value));

    /// `states` is where the bands stood after the last day that was closed.
    public Closing(ModelVersion model, Map<AccountId, State> states) {
        this.model = model;
        this.metrics = model.model().metrics();
        this.conditions = model.model().conditions();
        this.states.putAll(states);
    }

    /// One day of all accounts that are judged on it. The result is in the order of the accounts'
    /// ids, whatever the order of the facts.
    public List<Anatomy> close(Collection<Facts> day) {
        // Accounts know nothing of each other, so all processors may judge.
        var judged =
                day.stream()
                        .sorted(Comparator.comparing(it -> it.account().value()))
                        .parallel()
                        .map(this::judge)
                        .toList();
        judged.forEach(it -> states.put(it.account(), it.state()));
        return judged;
    }

    private Anatomy judge(Facts facts) {
        var before = states.getOrDefault(facts.account(), new State.Fresh());
        return Scoring.scoreRead(model, facts.read(metrics, conditions), before);
    }
}
