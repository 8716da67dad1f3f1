package dev.keepwell.screen.api;

import dev.keepwell.health.Run;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Closes days: facts, metrics, scores, ledger.
@RestController
class RunsController {

    /// The days to close, both included; what is left out is decided by what is open. They are
    /// judged by the model in force unless an earlier version is named.
    record Order(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Integer modelVersion) {}

    private final Run run;

    RunsController(Run run) {
        this.run = run;
    }

    @PostMapping("/api/v1/runs")
    ResponseEntity<JobsController.Promise> run(WorkspaceId workspace, @RequestBody Order order) {
        var from = Optional.ofNullable(order.from());
        var to = Optional.ofNullable(order.to());
        var version = Optional.ofNullable(order.modelVersion());
        return JobsController.promised(run.start(workspace, from, to, version));
    }
}
