package dev.keepwell.metric;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
            @Nullable Instant knownAt) {

        /// The day that it is about, which is the last whose news count unless given.
        LocalDate day(LocalDate knownOn) {
            return Objects.requireNonNullElse(asOf, knownOn);
        }

        /// The one window that answers it as of a day.
        Span span(Metric asked, LocalDate day, LocalDate knownOn, Conventions conventions) {
            return new Question(asked, grain, day, period, knownOn, conventions).span();
        }
    }

    /// The answer, and the time of the knowledge that it rests on.
    public record Answer(
            Metric metric, List<Reading> readings, Conventions conventions, Instant knownAt) {}

    public Answer of(WorkspaceId workspace, Request request) {
        return of(workspace, request, 1);
    }

    /// The same question as of the day and of the ends of the months before it, oldest first. All
    /// of them are one query.
    public Answer of(WorkspaceId workspace, Request request, int months) {
        var metric = catalogue.named(request.metric());
        var conventions = workspaces.conventionsOf(workspace);
        var knownAt = Objects.requireNonNullElseGet(request.knownAt(), clock::instant);
        var knownOn = conventions.dayOf(knownAt);
        var spans =
                closes(request.day(knownOn), months).stream()
                        .map(day -> request.span(metric, day, knownOn, conventions))
                        .toList();
        var days = new TreeSet<LocalDate>();
        spans.forEach(it -> days.addAll(it.needed()));
        try (var facts = warehouse.open(new Scope(workspace, conventions, knownAt, days))) {
            var readings =
                    new Evaluation(facts)
                            .of(metric, request.grain(), spans).stream()
                                    .filter(it -> isAsked(it, request.entity()))
                                    .toList();
            return new Answer(metric, readings, conventions, knownAt);
        }
    }

    /// A day after the ends of the months before it, so many in all.
    static List<LocalDate> closes(LocalDate asOf, int months) {
        var closes = new ArrayList<LocalDate>();
        for (int back = months - 1; back > 0; back--) {
            closes.add(YearMonth.from(asOf).minusMonths(back).atEndOfMonth());
        }
        closes.add(asOf);
        return closes;
    }

    private static boolean isAsked(Reading reading, @Nullable String entity) {
        return entity == null || entity.equals(reading.entity());
    }
}
