package dev.keepwell.screen.metric;

import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Trace;
import dev.keepwell.metric.Trails;
import dev.keepwell.screen.api.RowOrigins;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Finds the rows behind the value that a page shows.
@Component
class Evidences {

    private final Trails trails;
    private final Accounts accounts;
    private final RowOrigins origins;

    Evidences(Trails trails, Accounts accounts, RowOrigins origins) {
        this.trails = trails;
        this.accounts = accounts;
        this.origins = origins;
    }

    Evidence of(WorkspaceId workspace, Subject subject) {
        if (subject.by() != null || !subject.canBeAsked()) {
            return Evidence.NONE;
        }
        var answer = trails.of(workspace, Figuring.request(subject, subject.grain()));
        return Evidence.of(answer, rows -> named(workspace, rows));
    }

    /// What people and sources call the accounts and records behind some rows.
    private Evidence.Names named(WorkspaceId workspace, List<Trace> rows) {
        var ids =
                rows.stream()
                        .flatMap(it -> Stream.ofNullable(it.place().account()))
                        .distinct()
                        .map(AccountId::new)
                        .toList();
        return new Evidence.Names(accounts.of(workspace, ids), origins.of(workspace, rows));
    }
}
