package dev.keepwell.screen.api;

import dev.keepwell.health.Restatement;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Judges published days again by what is known now, beside what was published.
@RestController
class RestatementsController {

    /// The days, both included: those of which late records speak if left out.
    record Order(@Nullable LocalDate from, @Nullable LocalDate to) {}

    private final Restatement restatement;

    RestatementsController(Restatement restatement) {
        this.restatement = restatement;
    }

    @PostMapping("/api/v1/restatements")
    ResponseEntity<JobsController.Promise> restate(
            WorkspaceId workspace, @RequestBody Order order) {
        var from = Optional.ofNullable(order.from());
        var to = Optional.ofNullable(order.to());
        return JobsController.promised(restatement.start(workspace, from, to));
    }
}
