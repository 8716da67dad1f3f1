package dev.keepwell.screen.portfolio;

import dev.keepwell.customer.Account;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.health.DaysJudged;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.portfolio.Entry.Care;
import dev.keepwell.screen.portfolio.Entry.Revenue;
import dev.keepwell.screen.portfolio.Entry.Standing;
import dev.keepwell.screen.portfolio.Entry.Traits;
import dev.keepwell.screen.portfolio.Entry.Use;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What facts and metrics say of all accounts on a day, ready to be joined with their scores.
record Gathering(LocalDate day, Map<String, Glance> glances, Figures figures) {

    /// Where gatherings come from.
    @Component
    static final class Source {

        private final Warehouse warehouse;
        private final Catalogue catalogue;
        private final Workspaces workspaces;
        private final CurrentScores current;
        private final Clock clock;

        Source(
                Warehouse warehouse,
                Catalogue catalogue,
                Workspaces workspaces,
                CurrentScores current,
                Clock clock) {
            this.warehouse = warehouse;
            this.catalogue = catalogue;
            this.workspaces = workspaces;
            this.current = current;
            this.clock = clock;
        }

        /// Of the day of the newest scores, so that scores and figures fit together.
        Gathering after(DaysJudged judged) {
            var workspace = judged.workspace();
            var day = current.day(workspace).orElse(judged.lastDay());
            var conventions = workspaces.conventionsOf(workspace);
            var days = Figures.days(catalogue, day, conventions);
            try (var facts =
                    warehouse.open(new Scope(workspace, conventions, clock.instant(), days))) {
                var figures = Figures.of(facts, catalogue, day, conventions);
                return new Gathering(day, Glance.of(facts, day), figures);
            }
        }

        String currencyOf(WorkspaceId workspace) {
            return workspaces.conventionsOf(workspace).currency();
        }
    }

    /// The facts decide on the segment, since that has a history; the account's record only where
    /// they are silent.
    Entry entry(Account account, Standing standing) {
        var id = account.id().value();
        var glance = glances.getOrDefault(id, Glance.NOTHING);
        var traits = account.traits();
        var seats = figures.seats(id);
        return new Entry(
                new AccountId(id),
                account.origin().reference(),
                account.name(),
                new Traits(
                        glance.isCustomer(),
                        traits.tier(),
                        glance.segment() == null ? traits.segment() : glance.segment(),
                        glance.plan(),
                        glance.csm()),
                standing,
                new Revenue(
                        figures.mrr(id),
                        figures.moved(id),
                        figures.mrrMonthAgo(id),
                        glance.renewalOn(),
                        figures.overdueDays(id)),
                new Care(glance.pulse(), figures.touch(id, day), glance.sponsor(), figures.nps(id)),
                new Use(
                        figures.dauMau(id),
                        seats.isEmpty() ? null : seats.getFirst(),
                        seats.isEmpty() ? null : seats.getLast()));
    }
}
