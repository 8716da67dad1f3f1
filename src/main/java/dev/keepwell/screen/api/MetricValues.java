package dev.keepwell.screen.api;

import dev.keepwell.customer.Accounts;
import dev.keepwell.customer.Titles;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Readings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.BindParam;

/// Turns the parameters of a request into a question to a metric, and its readings into envelopes.
@Component
final class MetricValues {

    private static final int MONTHS_MAX = 36;

    /// What a request says beside the metric; all of it may be left out. `months` asks for the ends
    /// of the months before the day as well.
    record Asked(
            @BindParam("as_of") @Nullable LocalDate asOf,
            @Nullable String period,
            @Nullable String grain,
            @Nullable String entity,
            @Nullable Integer months,
            @BindParam("known_at") @Nullable Instant knownAt) {}

    private final Readings readings;
    private final Accounts accounts;
    private final Titles titles;
    private final EntityNames names;
    private final Clock clock;

    MetricValues(
            Readings readings, Accounts accounts, Titles titles, EntityNames names, Clock clock) {
        this.readings = readings;
        this.accounts = accounts;
        this.titles = titles;
        this.names = names;
        this.clock = clock;
    }

    List<Envelope> of(WorkspaceId workspace, String metric, Asked asked) {
        var answer = readings.of(workspace, request(workspace, metric, asked), months(asked));
        var paper =
                new Envelope.Paper(
                        answer.metric(),
                        answer.conventions(),
                        names.of(workspace, answer.readings()),
                        answer.knownAt(),
                        clock.instant());
        return answer.readings().stream().map(it -> Envelope.of(it, paper)).toList();
    }

    Readings.Request request(WorkspaceId workspace, String metric, Asked asked) {
        var grain = asked.grain() == null ? Grain.COMPANY : Grain.named(asked.grain());
        return new Readings.Request(
                metric,
                grain,
                Optional.ofNullable(asked.entity())
                        .map(it -> entity(workspace, grain, it))
                        .orElse(null),
                asked.asOf(),
                asked.period(),
                asked.knownAt());
    }

    private static int months(Asked asked) {
        var months = asked.months() == null ? 1 : asked.months();
        if (months < 1 || months > MONTHS_MAX) {
            throw Refusal.invalid(
                    "months", "Months are from 1 to %d, but got %d.".formatted(MONTHS_MAX, months));
        }
        return months;
    }

    private String entity(WorkspaceId workspace, Grain grain, String named) {
        if (grain != Grain.ACCOUNT) {
            return titles.find(workspace, grain.table(), named)
                    .orElseThrow(() ->
                            Refusal.unknown(
                                    "unknown_entity",
                                    "There is no %s '%s'.".formatted(grain.word(), named)));
        }
        return accounts.find(workspace, named)
                .map(it -> it.id().value())
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_account", "There is no account '%s'.".formatted(named)));
    }
}
