package dev.keepwell.screen.api;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.History;
import dev.keepwell.metric.MetricBackfill;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Computes a metric on each day of a range, and tells what was computed.
@RestController
class MetricHistoryController {

    /// The days, both included: up to yesterday without an end. Without a grain it is all that the
    /// metric is asked per but single users.
    record Order(LocalDate from, @Nullable LocalDate to, @Nullable String grain) {}

    record Line(
            LocalDate day,
            String grain,
            String entity,
            String component,
            String status,
            @Nullable BigDecimal value) {}

    record Lines(List<Line> data) {}

    private final MetricBackfill backfill;
    private final History history;
    private final Catalogue catalogue;

    MetricHistoryController(MetricBackfill backfill, History history, Catalogue catalogue) {
        this.backfill = backfill;
        this.history = history;
        this.catalogue = catalogue;
    }

    @PostMapping("/api/v1/metrics/{id}/backfills")
    ResponseEntity<JobsController.Promise> fill(
            WorkspaceId workspace, @PathVariable String id, @RequestBody Order order) {
        return JobsController.promised(
                backfill.start(
                        workspace,
                        id,
                        order.from(),
                        Optional.ofNullable(order.to()),
                        Optional.ofNullable(order.grain()).map(Grain::named)));
    }

    /// Of one entity, the company unless named, on the days from `from` to `to`, both included.
    @GetMapping("/api/v1/metrics/{id}/history")
    Lines history(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestParam(defaultValue = "company") String grain,
            @RequestParam(defaultValue = "company") String entity,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        var metric = catalogue.named(id).name();
        var days = new Period(from, to.plusDays(1));
        return new Lines(
                history.of(workspace, metric, Grain.named(grain), entity, days).stream()
                        .map(it ->
                                new Line(
                                        it.day(),
                                        it.grain().word(),
                                        it.entity(),
                                        it.component(),
                                        it.status().name(),
                                        it.value()))
                        .toList());
    }
}
