package dev.keepwell.screen.api;

import dev.keepwell.health.Backfill;
import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.MetricBackfill;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Answers how far work has come that was promised with a 202.
@RestController
class JobsController {

    /// Work that was promised; `Location` says where to ask about it.
    record Promise(String id) {}

    private static final String PATH = "/api/v1/jobs/{id}";

    private static final Set<String> CANCELLABLE = Set.of(Backfill.KIND, MetricBackfill.KIND);

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping(PATH)
    JobAnswer job(WorkspaceId workspace, @PathVariable String id) {
        return jobs.find(workspace, new JobId(id))
                .map(JobAnswer::of)
                .orElseThrow(() ->
                        Refusal.unknown("unknown_job", "There is no job '%s'.".formatted(id)));
    }

    /// Ends a back-fill at its next step. What it has computed until then stays.
    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobAnswer cancel(WorkspaceId workspace, @PathVariable String id) {
        return JobAnswer.of(jobs.cancel(workspace, new JobId(id), CANCELLABLE));
    }

    static ResponseEntity<Promise> promised(JobId id) {
        var location = UriComponentsBuilder.fromPath(PATH).build(id.value());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(location)
                .body(new Promise(id.value()));
    }
}
