package dev.keepwell.health;

import dev.keepwell.health.Prospect.Edits;
import dev.keepwell.kernel.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Which edit turned an account's colour.
///
/// The edits are applied one after the other, in the order of the list. The cause is the edit after
/// which the account has its new colour and keeps it through all that follow: before it the colour
/// was another, and those after it change nothing any more.
final class Causes {

    /// How many times accounts are judged for this at most, so that many movers and many edits
    /// still take less than a second. Beyond it neighbouring edits are tried together.
    private static final int JUDGEMENTS_AT_MOST = 60_000;

    private final Model from;
    private final List<Difference> differences;

    Causes(Model from, List<Difference> differences) {
        this.from = from;
        this.differences = List.copyOf(differences);
    }

    /// Some edits in a row, and the model as it is before them.
    private record Step(Edits edits, Model before) {}

    /// The cause for each of the movers, each model on its ground. Who changes colour without any
    /// edit has none.
    Map<AccountId, Edits> of(Function<Model, Ground> grounds, List<Prospect> movers) {
        var causes = new HashMap<AccountId, Edits>();
        var wanted = new HashMap<AccountId, Band>();
        movers.forEach(it -> wanted.put(it.account(), it.after().band()));
        var open = new HashSet<>(wanted.keySet());
        for (var step : steps(movers.size()).reversed()) {
            for (var anatomy : judge(grounds, step.before(), open)) {
                if (anatomy.band() != wanted.get(anatomy.account())) {
                    causes.put(anatomy.account(), step.edits());
                    open.remove(anatomy.account());
                }
            }
        }
        return causes;
    }

    private static List<Anatomy> judge(
            Function<Model, Ground> grounds, Model model, Set<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        var ground = grounds.apply(model);
        var facts = ground.facts().stream().filter(it -> accounts.contains(it.account())).toList();
        return Consequences.judge(model, facts, ground.states());
    }

    private List<Step> steps(int movers) {
        int count = differences.size();
        int together = Math.ceilDiv(count, Math.max(1, JUDGEMENTS_AT_MOST / Math.max(1, movers)));
        var steps = new ArrayList<Step>();
        var model = from;
        for (int first = 0; first < count; first += together) {
            int end = Math.min(count, first + together);
            steps.add(new Step(new Edits(first, end - 1), model));
            model = ModelDiff.applied(model, differences.subList(first, end));
        }
        return steps;
    }
}
