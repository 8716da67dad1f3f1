package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
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

    /// What a series says of a day. Where nothing was restated, what is known now is what was
    /// published.
    public Optional<Anatomy> on(
            WorkspaceId workspace, AccountId account, LocalDate day, Series series) {
        return switch (series) {
            case Series.Published _ -> on(workspace, account, day);
            case Series.Backfill _ -> ledger.on(workspace, account, day, series);
            case Series.Restated _ ->
                    ledger.on(workspace, account, day, series)
                            .or(() -> on(workspace, account, day))
                            .filter(it -> !Hindsight.isNoCustomer(it));
        };
    }

    public Optional<Anatomy> newest(WorkspaceId workspace, AccountId account) {
        return current.of(workspace, account);
    }

    /// Why the published score moved; nothing when one of the two is grey. Where more is known of a
    /// day than was published, its part is told apart as late data.
    public Optional<Change> change(WorkspaceId workspace, Anatomy from, Anatomy to) {
        var ofFrom = learned(workspace, from);
        var ofTo = learned(workspace, to);
        var known = explain(workspace, ofFrom.orElse(from), ofTo.orElse(to));
        var learned =
                new LateLines.Learned(
                        between(workspace, from, ofFrom), between(workspace, to, ofTo));
        return learned.isNothing()
                ? known
                : known.map(it -> LateLines.of(point(from), point(to), it, learned));
    }

    private Optional<Change> explain(WorkspaceId workspace, Anatomy from, Anatomy to) {
        if (from.judge().isSame(to.judge())) {
            return Attribution.between(from, to);
        }
        var model = models.version(workspace, to.judge().version()).orElseThrow();
        var isSameModel = from.judge().version() == to.judge().version();
        var facts = isSameModel ? from.facts() : days.factsFor(workspace, from, model);
        return Attribution.across(from, facts, to, model);
    }

    /// What is known now of a day of which something else was said. A day that would have had no
    /// score explains nothing, so what was said of it stands.
    private Optional<Anatomy> learned(WorkspaceId workspace, Anatomy said) {
        return ledger.on(workspace, said.account(), said.day(), new Series.Restated())
                .filter(it -> it.verdict() instanceof Verdict.Scored)
                .filter(_ -> said.verdict() instanceof Verdict.Scored)
                .filter(it -> it.judge().version() == said.judge().version())
                .flatMap(it -> withWhatVanished(workspace, said, it));
    }

    /// Data that is gone is no late news of the day it was said on: its loss belongs to the day
    /// that has to do without it, where it shows as coverage.
    private Optional<Anatomy> withWhatVanished(WorkspaceId workspace, Anatomy said, Anatomy known) {
        var facts = known.facts().filledFrom(said.facts());
        if (facts.equals(known.facts())) {
            return Optional.of(known);
        }
        if (facts.equals(said.facts())) {
            return Optional.empty();
        }
        var model = models.version(workspace, said.judge().version()).orElseThrow();
        return Optional.of(Scoring.score(model, facts, new Hysteresis.State.Fresh()))
                .filter(it -> it.verdict() instanceof Verdict.Scored);
    }

    private List<Change> between(WorkspaceId workspace, Anatomy said, Optional<Anatomy> known) {
        return known.flatMap(it -> explain(workspace, said, it)).stream().toList();
    }

    private static Change.Point point(Anatomy said) {
        var published = said.verdict() instanceof Verdict.Scored it ? it.published() : 0;
        return new Change.Point(said.day(), published);
    }
}
