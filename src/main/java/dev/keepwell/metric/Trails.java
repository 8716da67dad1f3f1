package dev.keepwell.metric;

import static java.util.stream.Collectors.toMap;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers a question about one value with the rows behind it.
public final class Trails {

    private final Warehouse warehouse;
    private final Workspaces workspaces;
    private final Catalogue catalogue;
    private final Clock clock;

    public Trails(Warehouse warehouse, Workspaces workspaces, Catalogue catalogue, Clock clock) {
        this.warehouse = warehouse;
        this.workspaces = workspaces;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// The values of one entity, line by line, and the rows that make them. Movements of recurring
    /// revenue come with the bridge that they are.
    public record Answer(
            List<Reading> readings,
            Trail trail,
            @Nullable Bridge bridge,
            Conventions conventions,
            Instant knownAt) {}

    public Answer of(WorkspaceId workspace, Readings.Request request) {
        var metric = catalogue.named(request.metric());
        if (metric.queries().rows().query().isEmpty()) {
            throw Refusal.invalid(
                    "no_rows",
                    "The file of %s does not say which rows are behind it. Add '--- rows'."
                            .formatted(metric.name()));
        }
        var conventions = workspaces.conventionsOf(workspace);
        var knownAt = Optional.ofNullable(request.knownAt()).orElseGet(clock::instant);
        var knownOn = conventions.dayOf(knownAt);
        var span = request.span(metric, request.day(knownOn), knownOn, conventions);
        var entity = entity(request);
        var scope = span.scope(workspace, conventions, knownAt);
        try (var facts = warehouse.open(scope)) {
            var readings =
                    new Evaluation(facts)
                            .of(metric, request.grain(), List.of(span)).stream()
                                    .filter(it -> it.entity().equals(entity))
                                    .toList();
            var rows = new Tracing(facts).of(metric, request.grain(), entity, span);
            return new Answer(
                    readings,
                    new Trail(metric, request.grain(), rows),
                    bridge(facts, readings),
                    conventions,
                    knownAt);
        }
    }

    private @Nullable Bridge bridge(Facts facts, List<Reading> movements) {
        if (movements.isEmpty()
                || !movements.getFirst().metric().equals(Bridge.MOVEMENTS)
                || movements.stream().anyMatch(it -> it.value().isEmpty())) {
            return null;
        }
        var one = movements.getFirst();
        var ends =
                Stream.of(one.span().opening(), one.span().period().lastDay())
                        .map(day -> Span.trailing(day, 1, one.span().knownOn()))
                        .toList();
        var balances =
                new Evaluation(facts)
                        .of(catalogue.named(Bridge.BALANCE), one.grain(), ends).stream()
                                .filter(it -> it.entity().equals(one.entity()))
                                .collect(toMap(Reading::span, Reading::result));
        return ends.stream().map(balances::get).anyMatch(Reading.Result.None.class::isInstance)
                ? null
                : Bridge.of(
                        amount(balances.get(ends.getFirst())),
                        movements,
                        amount(balances.get(ends.getLast())));
    }

    /// A group that had nobody on the day had no revenue either.
    private static BigDecimal amount(Reading.@Nullable Result balance) {
        return balance instanceof Reading.Result.Value value ? value.value() : BigDecimal.ZERO;
    }

    private static String entity(Readings.Request request) {
        if (request.grain() == Grain.COMPANY) {
            return Memberships.COMPANY;
        }
        return Optional.ofNullable(request.entity())
                .orElseThrow(() ->
                        Refusal.invalid(
                                "entity",
                                "Rows are those of one value: name the %s with 'entity'."
                                        .formatted(request.grain().word())));
    }
}
