package dev.keepwell.screen.api;

import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Question;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.BindParam;

/// Asks the catalogue, in the conventions of a workspace and with what is known now unless an
/// earlier moment is named.
@Component
final class MetricValues {

    /// What a request says beside the metric; all of it may be left out.
    record Asked(
            @BindParam("as_of") @Nullable LocalDate asOf,
            @Nullable String period,
            @Nullable String grain,
            @Nullable String entity,
            @BindParam("known_at") @Nullable Instant knownAt) {}

    private final Catalogue catalogue;
    private final Warehouse warehouse;
    private final Workspaces workspaces;
    private final Accounts accounts;
    private final Clock clock;

    MetricValues(
            Catalogue catalogue,
            Warehouse warehouse,
            Workspaces workspaces,
            Accounts accounts,
            Clock clock) {
        this.catalogue = catalogue;
        this.warehouse = warehouse;
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<Envelope> of(WorkspaceId workspace, String name, Asked asked) {
        var metric = catalogue.named(name);
        var conventions = workspaces.conventionsOf(workspace);
        var now = clock.instant();
        var knownAt = asked.knownAt() == null ? now : asked.knownAt();
        var grain = asked.grain() == null ? Grain.COMPANY : Grain.named(asked.grain());
        var question =
                new Question(
                        metric,
                        grain,
                        asked.asOf() == null ? conventions.dayOf(now) : asked.asOf(),
                        Optional.ofNullable(asked.period()),
                        conventions.dayOf(knownAt),
                        conventions.fiscalYearStartMonth());
        var span = question.span();
        var days = new TreeSet<LocalDate>();
        days.add(span.period().start().minusDays(1));
        days.add(span.period().lastDay());
        days.add(span.asOf());
        var entity = asked.entity() == null ? null : entity(workspace, grain, asked.entity());
        var paper = new Envelope.Paper(metric, conventions.currency(), knownAt, now);
        try (var facts = warehouse.open(new Scope(workspace, conventions, knownAt, days))) {
            return new Evaluation(facts)
                    .of(metric, grain, List.of(span)).stream()
                            .filter(it -> entity == null || it.entity().equals(entity))
                            .map(it -> Envelope.of(it, paper))
                            .toList();
        }
    }

    private String entity(WorkspaceId workspace, Grain grain, String named) {
        if (grain != Grain.ACCOUNT) {
            return named;
        }
        return accounts.find(workspace, named)
                .map(it -> it.id().value())
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_account", "There is no account '%s'.".formatted(named)));
    }
}
