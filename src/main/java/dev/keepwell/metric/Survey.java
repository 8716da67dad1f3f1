package dev.keepwell.metric;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks every metric at every grain, over as many days as wanted, and tells how long each took and
/// whether the rows behind the values make them.
public final class Survey {

    private final Warehouse warehouse;
    private final Workspaces workspaces;
    private final Catalogue catalogue;
    private final Clock clock;

    public Survey(Warehouse warehouse, Workspaces workspaces, Catalogue catalogue, Clock clock) {
        this.warehouse = warehouse;
        this.workspaces = workspaces;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// One metric at one grain: how many entities it told of, how many answers it gave and how many
    /// of them have a value. `factMillis` went into facts that nobody had asked for before.
    public record Line(
            MetricName metric,
            Grain grain,
            int entities,
            int answers,
            int values,
            List<String> unexplained,
            long factMillis,
            long queryMillis) {}

    /// As of a day, today unless given, and the ends of the months before it. Of each metric and
    /// grain as many entities as `traced` are followed back to their rows.
    public List<Line> of(WorkspaceId workspace, @Nullable LocalDate asOf, int months, int traced) {
        var conventions = workspaces.conventionsOf(workspace);
        var last = Objects.requireNonNullElseGet(asOf, () -> conventions.dayOf(clock.instant()));
        var days = Readings.closes(last, months);
        var needed = new TreeSet<LocalDate>();
        for (var file : catalogue.files()) {
            for (var grain : file.metric().rules().per()) {
                for (var span : Question.spans(file.metric(), grain, days, conventions)) {
                    needed.addAll(span.needed());
                }
            }
        }
        var scope = new Scope(workspace, conventions, clock.instant(), needed);
        var lines = new ArrayList<Line>();
        try (var facts = warehouse.open(scope)) {
            facts.supply(Span.relation(days.stream().map(it -> Span.trailing(it, 1, it)).toList()));
            // Some metrics look at all of history, so nothing is spared by reading less at first.
            facts.needAll(reads());
            for (var file : catalogue.files()) {
                for (var grain : file.metric().rules().per()) {
                    var spans = Question.spans(file.metric(), grain, days, conventions);
                    lines.add(lineOrFailure(facts, file.metric(), grain, spans, traced));
                }
            }
        }
        return lines;
    }

    private List<String> reads() {
        return catalogue.files().stream()
                .flatMap(it -> it.metric().rules().reads().stream())
                .filter(it -> it.startsWith("fact."))
                .distinct()
                .toList();
    }

    /// A metric that an analyst brought may not run; the others still do.
    private static Line lineOrFailure(
            Facts facts, Metric metric, Grain grain, List<Span> spans, int traced) {
        try {
            return line(facts, metric, grain, spans, traced);
        } catch (IllegalStateException e) {
            return new Line(metric.name(), grain, 0, 0, 0, List.of("It does not run."), 0, 0);
        }
    }

    private static Line line(
            Facts facts, Metric metric, Grain grain, List<Span> spans, int traced) {
        long start = System.nanoTime();
        facts.supply(Span.relation(spans));
        facts.need(metric.rules().reads());
        Memberships.supply(facts, metric, grain);
        long asked = System.nanoTime();
        var readings = new Evaluation(facts).of(metric, grain, spans);
        long done = System.nanoTime();
        return new Line(
                metric.name(),
                grain,
                (int) readings.stream().map(Reading::entity).distinct().count(),
                readings.size(),
                (int) readings.stream().filter(it -> it.value().isPresent()).count(),
                unexplained(facts, metric, readings, traced),
                TimeUnit.NANOSECONDS.toMillis(asked - start),
                TimeUnit.NANOSECONDS.toMillis(done - asked));
    }

    /// The values that their rows do not make.
    private static List<String> unexplained(
            Facts facts, Metric metric, List<Reading> readings, int traced) {
        if (traced == 0 || metric.queries().rows().query().isEmpty()) {
            return List.of();
        }
        var unexplained = new ArrayList<String>();
        var newest = readings.isEmpty() ? null : readings.getLast().span();
        readings.stream()
                .filter(it -> it.span().equals(newest) && it.value().isPresent())
                .map(Reading::entity)
                .distinct()
                .limit(traced)
                .forEach(
                        entity -> unexplained.addAll(unexplained(facts, metric, entity, readings)));
        return unexplained;
    }

    private static List<String> unexplained(
            Facts facts, Metric metric, String entity, List<Reading> readings) {
        var last = readings.getLast();
        var rows = new Tracing(facts).of(metric, last.grain(), entity, last.span());
        var trail = new Trail(metric, last.grain(), rows);
        return readings.stream()
                .filter(it -> it.entity().equals(entity) && it.span().equals(last.span()))
                .filter(it -> !trail.explains(it))
                .map(it ->
                        "%s %s: %s from rows, %s"
                                .formatted(
                                        entity,
                                        it.component(),
                                        trail.recomputed(it.component()),
                                        it.value()))
                .toList();
    }
}
