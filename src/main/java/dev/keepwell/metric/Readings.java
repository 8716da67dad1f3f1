package dev.keepwell.metric;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Answers a question about a metric from what is known, now or at an earlier time.
public final class Readings {

    private final Warehouse warehouse;
    private final Workspaces workspaces;
    private final Catalogue catalogue;
    private final Clock clock;

    public Readings(Warehouse warehouse, Workspaces workspaces, Catalogue catalogue, Clock clock) {
        this.warehouse = warehouse;
        this.workspaces = workspaces;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// What somebody wants to know. Without a day it is today; without a period the metric's own.
    public record Request(
            String metric,
            Grain grain,
            @Nullable String entity,
            @Nullable LocalDate asOf,
            @Nullable String period,
            @Nullable Instant knownAt) {}

    /// The answer, and the time of the knowledge that it rests on.
    public record Answer(Metric metric, List<Reading> readings, String currency, Instant knownAt) {}

    public Answer of(WorkspaceId workspace, Request request) {
        var metric = catalogue.named(request.metric());
        var conventions = workspaces.conventionsOf(workspace);
        var knownAt = Objects.requireNonNullElseGet(request.knownAt(), clock::instant);
        var knownOn = conventions.dayOf(knownAt);
        var span =
                new Question(
                                metric,
                                request.grain(),
                                Objects.requireNonNullElse(request.asOf(), knownOn),
                                request.period(),
                                knownOn,
                                conventions.fiscalYearStartMonth())
                        .span();
        var days =
                new TreeSet<LocalDate>(
                        List.of(span.asOf(), span.opening(), span.period().lastDay()));
        try (var facts = warehouse.open(new Scope(workspace, conventions, knownAt, days))) {
            var readings =
                    new Evaluation(facts)
                            .of(metric, request.grain(), List.of(span)).stream()
                                    .filter(it -> isAsked(it, request.entity()))
                                    .toList();
            return new Answer(metric, readings, conventions.currency(), knownAt);
        }
    }

    private static boolean isAsked(Reading reading, @Nullable String entity) {
        return entity == null || entity.equals(reading.entity());
    }
}
