package dev.keepwell.screen.api;

import dev.keepwell.health.Backfill;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Computes what a version of the model says of history, beside what was published.
@RestController
class BackfillsController {

    /// The days, both included: from the first closed one to yesterday if left out. They are judged
    /// by the model in force unless a version is named.
    record Order(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Integer modelVersion) {}

    private final Backfill backfill;

    BackfillsController(Backfill backfill) {
        this.backfill = backfill;
    }

    @PostMapping("/api/v1/backfills")
    ResponseEntity<JobsController.Promise> fill(WorkspaceId workspace, @RequestBody Order order) {
        var from = Optional.ofNullable(order.from());
        var to = Optional.ofNullable(order.to());
        var version = Optional.ofNullable(order.modelVersion());
        return JobsController.promised(backfill.start(workspace, from, to, version));
    }
}
