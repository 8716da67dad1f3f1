package dev.keepwell.health;

import dev.keepwell.customer.Foresight;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Judges the newest day again, by the model that judged it, from what stands in the present
/// transaction.
final class HealthForesight implements Foresight {

    private final Hearing hearing;
    private final Models models;
    private final Ledger ledger;
    private final CurrentScores current;

    HealthForesight(Hearing hearing, Models models, Ledger ledger, CurrentScores current) {
        this.hearing = hearing;
        this.models = models;
        this.ledger = ledger;
        this.current = current;
    }

    @Override
    public Outcome of(WorkspaceId workspace) {
        return current.day(workspace)
                .map(it -> outcome(workspace, it, models.inForce(workspace, it)))
                .orElseGet(() -> new Outcome(0, List.of()));
    }

    private Outcome outcome(WorkspaceId workspace, LocalDate day, ModelVersion model) {
        var facts = hearing.of(workspace, model.model(), List.of(day));
        var judged = new Closing(model, ledger.statesBefore(workspace, day)).close(facts);
        var accounts = new HashSet<AccountId>();
        judged.forEach(it -> accounts.add(it.account()));
        var stands = current.of(workspace, accounts);
        var turns = new ArrayList<Turn>();
        for (var after : judged) {
            var before = stands.get(after.account());
            if (before != null && before.band() != after.band()) {
                turns.add(
                        new Turn(
                                after.account().value(),
                                before.band().word(),
                                after.band().word()));
            }
        }
        return new Outcome(stands.size(), turns);
    }
}
