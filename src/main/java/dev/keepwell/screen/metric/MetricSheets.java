package dev.keepwell.screen.metric;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Observation.Measured;
import dev.keepwell.metric.Observations;
import dev.keepwell.metric.Observations.Seen;
import dev.keepwell.metric.Trace;
import dev.keepwell.metric.Trails;
import dev.keepwell.screen.api.RowOrigins;
import dev.keepwell.screen.frame.SheetDownload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a page about a metric shows in part, in whole and for a spreadsheet: the rows behind a
/// value, and the value of each account.
@Component
final class MetricSheets {

    private static final List<String> ROWS =
            List.of("side", "component", "amount", "label", "day", "account", "table", "record");
    private static final List<String> ACCOUNTS =
            List.of("id", "reference", "account", "value", "status");

    private final Trails trails;
    private final Observations observations;
    private final Accounts accounts;
    private final RowOrigins origins;

    MetricSheets(Trails trails, Observations observations, Accounts accounts, RowOrigins origins) {
        this.trails = trails;
        this.observations = observations;
        this.accounts = accounts;
        this.origins = origins;
    }

    SheetDownload rows(WorkspaceId workspace, Subject subject) {
        var rows = new ArrayList<List<@Nullable Object>>();
        if (subject.by() == null && subject.canBeAsked()) {
            var request = Figuring.request(subject, subject.grain());
            var traces = trails.of(workspace, request).trail().rows();
            var known = origins.of(workspace, traces);
            traces.forEach(it -> rows.add(row(it, known)));
        }
        return new SheetDownload(subject.id() + "-rows", ROWS, rows);
    }

    private static List<@Nullable Object> row(Trace it, Map<String, Account.Origin> known) {
        var place = it.place();
        var origin = known.get(Objects.requireNonNullElse(place.recordId(), ""));
        var cells = new ArrayList<@Nullable Object>();
        cells.add(it.part());
        cells.add(it.component());
        cells.add(it.amount());
        cells.add(it.label());
        cells.add(it.day());
        cells.add(place.account());
        cells.add(place.recordTable());
        cells.add(origin == null ? place.recordId() : origin.reference());
        return cells;
    }

    SheetDownload accounts(WorkspaceId workspace, Subject subject) {
        var days = List.of(subject.day());
        var seen = observations.of(workspace, days, List.of(subject.metric().name()), List.of());
        var known = accounts.of(workspace, seen.stream().map(Seen::account).toList());
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var it : seen) {
            it.observations().forEach(one -> rows.add(row(it.account(), one, known)));
        }
        return new SheetDownload(subject.id() + "-accounts", ACCOUNTS, rows);
    }

    private static List<@Nullable Object> row(
            AccountId id, Observation observation, Map<AccountId, Account> known) {
        var account = known.get(id);
        var cells = new ArrayList<@Nullable Object>();
        cells.add(id.value());
        cells.add(account == null ? null : account.origin().reference());
        cells.add(account == null ? null : account.name());
        cells.add(
                observation instanceof Measured measured
                        ? BigDecimal.valueOf(measured.value())
                        : null);
        cells.add(observation.status().name());
        return cells;
    }
}
