package dev.keepwell.screen.metric;

import dev.keepwell.customer.Account;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Metric;
import dev.keepwell.screen.api.AccountRef;
import dev.keepwell.screen.metric.MetricPagesController.Asked;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds out what a page about a metric is asked to show. Without a day it is the one up to which
/// accounts are judged, so that its values are those of the accounts' pages.
@Component
class Subjects {

    private final AccountRef ref;
    private final CurrentScores scores;
    private final Workspaces workspaces;
    private final Clock clock;

    Subjects(AccountRef ref, CurrentScores scores, Workspaces workspaces, Clock clock) {
        this.ref = ref;
        this.scores = scores;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    Subject of(WorkspaceId workspace, Metric metric, Asked asked) {
        var newest = scores.day(workspace).orElseGet(() -> today(workspace));
        var day = asked.asOf() == null ? newest : asked.asOf();
        var account = account(workspace, asked.account());
        return new Subject(metric, account, by(metric, asked), day, !day.equals(newest));
    }

    /// A metric that no company as a whole has is split by the first group that it is asked for.
    private static @Nullable Grain by(Metric metric, Asked asked) {
        if (asked.by() != null && !asked.by().isBlank()) {
            return Grain.named(asked.by());
        }
        return metric.isAskedPer(Grain.COMPANY) || metric.isAskedPer(Grain.ACCOUNT)
                ? null
                : metric.rules().per().getFirst();
    }

    private LocalDate today(WorkspaceId workspace) {
        return workspaces.conventionsOf(workspace).dayOf(clock.instant());
    }

    private @Nullable Account account(WorkspaceId workspace, @Nullable String named) {
        return named == null || named.isBlank() ? null : ref.find(workspace, Map.of("ref", named));
    }
}
