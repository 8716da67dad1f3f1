package dev.keepwell.screen.metric;

import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Observations;
import dev.keepwell.metric.Observations.Seen;
import dev.keepwell.metric.Readings;
import dev.keepwell.screen.api.EntityNames;
import dev.keepwell.screen.metric.ValueCard.Who;
import dev.keepwell.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Asks for the numbers of a page about a metric.
@Component
class Figuring {

    private final Readings readings;
    private final Observations observations;
    private final Accounts accounts;
    private final Workspaces workspaces;
    private final EntityNames names;

    Figuring(
            Readings readings,
            Observations observations,
            Accounts accounts,
            Workspaces workspaces,
            EntityNames names) {
        this.readings = readings;
        this.observations = observations;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.names = names;
    }

    /// The account that was asked for first, and then all of them together.
    List<ValueCard> cards(WorkspaceId workspace, Subject subject) {
        var cards = new ArrayList<ValueCard>();
        var account = subject.account();
        if (account != null && subject.metric().isAskedPer(Grain.ACCOUNT)) {
            var who = new Who(account.name(), "/accounts/" + account.id());
            cards.add(ValueCard.of(who, ask(workspace, subject, Grain.ACCOUNT, 1)));
        }
        if (account == null && subject.by() != null) {
            var answer = ask(workspace, subject, subject.grain(), 1);
            cards.add(ValueCard.split(answer, names.of(workspace, answer.readings())));
        } else if (subject.metric().isAskedPer(Grain.COMPANY)) {
            var who = new Who("All accounts together", "");
            cards.add(ValueCard.of(who, ask(workspace, subject, Grain.COMPANY, 1)));
        }
        return cards;
    }

    Trend trend(WorkspaceId workspace, Subject subject) {
        var answer = ask(workspace, subject, subject.grain(), Trend.MONTHS);
        return Trend.of(subject.who(), answer, names.of(workspace, answer.readings()));
    }

    Extremes extremes(WorkspaceId workspace, Subject subject) {
        var metric = subject.metric();
        var days = List.of(subject.day());
        var seen = observations.of(workspace, days, List.of(metric.name()), List.of());
        var ids = seen.stream().map(Seen::account).toList();
        var currency = workspaces.conventionsOf(workspace).currency();
        var pen = new Extremes.Pen(metric, accounts.of(workspace, ids), currency);
        return Extremes.of(seen, pen);
    }

    private Readings.Answer ask(WorkspaceId workspace, Subject subject, Grain grain, int months) {
        return readings.of(workspace, request(subject, grain), months);
    }

    static Readings.Request request(Subject subject, Grain grain) {
        var account = grain == Grain.ACCOUNT ? subject.account() : null;
        return new Readings.Request(
                subject.id(),
                grain,
                account == null ? null : account.id().value(),
                subject.day(),
                null,
                null);
    }
}
