package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds the score of an account on a day, closed or present, and says why it moved between two.
@Component
public final class Scores {

    private final Ledger ledger;
    private final CurrentScores current;
    private final Models models;
    private final Days days;

    Scores(Ledger ledger, CurrentScores current, Models models, Days days) {
        this.ledger = ledger;
        this.current = current;
        this.models = models;
        this.days = days;
    }

    /// What was published of a closed day; of the present day, which is in no ledger yet, how it
    /// stands.
    public Optional<Anatomy> on(WorkspaceId workspace, AccountId account, LocalDate day) {
        return ledger.on(workspace, account, day).or(() -> current.on(workspace, account, day));
    }

    public Optional<Anatomy> newest(WorkspaceId workspace, AccountId account) {
        return current.of(workspace, account);
    }

    /// Why the score moved; nothing when one of the two is grey.
    public Optional<Change> change(WorkspaceId workspace, Anatomy from, Anatomy to) {
        if (from.judge().isSame(to.judge())) {
            return Attribution.between(from, to);
        }
        var model = models.version(workspace, to.judge().version()).orElseThrow();
        var isSameModel = from.judge().version() == to.judge().version();
        var facts = isSameModel ? from.facts() : days.factsFor(workspace, from, model);
        return Attribution.across(from, facts, to, model);
    }
}
