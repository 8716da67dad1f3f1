package dev.keepwell.metric;

import dev.keepwell.kernel.WorkspaceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Reconciles the movements of recurring revenue with the balances at both ends.
public final class Bridges {

    private final Readings readings;

    public Bridges(Readings readings) {
        this.readings = readings;
    }

    /// Nothing when another metric is asked, or when one of the three has no value. Without an
    /// entity it is that of the company.
    public Optional<Bridge> of(WorkspaceId workspace, Readings.Request request) {
        if (!request.metric().equals(Bridge.MOVEMENTS.value())) {
            return Optional.empty();
        }
        var entity = request.entity() == null ? Memberships.COMPANY : request.entity();
        var movements =
                readings.of(workspace, request).readings().stream()
                        .filter(it -> it.entity().equals(entity))
                        .toList();
        if (movements.isEmpty() || movements.stream().anyMatch(it -> it.value().isEmpty())) {
            return Optional.empty();
        }
        var span = movements.getFirst().span();
        return balance(workspace, request, entity, span.opening())
                .flatMap(opening ->
                        balance(workspace, request, entity, span.period().lastDay())
                                .map(closing -> Bridge.of(opening, movements, closing)));
    }

    /// A group that had nobody on the day had no revenue either.
    private Optional<BigDecimal> balance(
            WorkspaceId workspace, Readings.Request asked, String entity, LocalDate day) {
        var request =
                new Readings.Request(
                        Bridge.BALANCE, asked.grain(), entity, day, null, asked.knownAt());
        var balance = readings.of(workspace, request).readings();
        return balance.isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : List.copyOf(balance).getFirst().value();
    }
}
