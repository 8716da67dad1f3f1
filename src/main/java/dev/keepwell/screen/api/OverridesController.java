package dev.keepwell.screen.api;

import dev.keepwell.health.Overrides;
import dev.keepwell.health.Overruling;
import dev.keepwell.health.Overruling.Wish;
import dev.keepwell.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets a person overrule the score of an account for a while, and tells who did.
@RestController
class OverridesController {

    /// All of an account, the newest first.
    record Answers(List<OverrideAnswer> data) {}

    /// The override, and the job that judges the present day again.
    record Ordered(OverrideAnswer override, String job) {}

    private final AccountRef ref;
    private final Overrides overrides;
    private final Overruling overruling;

    OverridesController(AccountRef ref, Overrides overrides, Overruling overruling) {
        this.ref = ref;
        this.overrides = overrides;
        this.overruling = overruling;
    }

    @GetMapping({AccountRef.OURS + "/overrides", AccountRef.THEIRS + "/overrides"})
    Answers list(WorkspaceId workspace, @PathVariable Map<String, String> path) {
        var today = overruling.today(workspace);
        return new Answers(
                overrides.of(workspace, ref.find(workspace, path).id()).stream()
                        .map(it -> OverrideAnswer.of(it, today))
                        .toList());
    }

    @PostMapping({AccountRef.OURS + "/overrides", AccountRef.THEIRS + "/overrides"})
    @ResponseStatus(HttpStatus.CREATED)
    Ordered order(
            WorkspaceId workspace, @PathVariable Map<String, String> path, @RequestBody Wish wish) {
        var ordered = overruling.order(workspace, ref.find(workspace, path).id(), wish);
        var answer = OverrideAnswer.of(ordered.entry(), overruling.today(workspace));
        return new Ordered(answer, ordered.job().value());
    }

    /// Ends the override that is in force.
    @DeleteMapping({AccountRef.OURS + "/overrides", AccountRef.THEIRS + "/overrides"})
    ResponseEntity<JobsController.Promise> end(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam String author) {
        var account = ref.find(workspace, path).id();
        return JobsController.promised(overruling.end(workspace, account, author));
    }
}
