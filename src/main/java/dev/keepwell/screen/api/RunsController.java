package dev.keepwell.screen.api;

import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Closes days: facts, metrics, scores, ledger.
@RestController
class RunsController {

    /// The days to close, both included; what is left out is decided by what is open.
    record Order(@Nullable LocalDate from, @Nullable LocalDate to) {}

    private final Jobs jobs;

    RunsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/api/v1/runs")
    ResponseEntity<JobsController.Promise> run(WorkspaceId workspace, @RequestBody Order order) {
        if (order.from() != null && order.to() != null && order.to().isBefore(order.from())) {
            throw Refusal.invalid(
                    "days",
                    "A run ends on or after the day it begins, but got %s to %s."
                            .formatted(order.from(), order.to()));
        }
        var arguments = new LinkedHashMap<String, @Nullable String>();
        arguments.put("from", order.from() == null ? null : order.from().toString());
        arguments.put("to", order.to() == null ? null : order.to().toString());
        var json = JsonMapper.shared().writeValueAsString(arguments);
        return JobsController.promised(jobs.start(workspace, "run", json));
    }
}
