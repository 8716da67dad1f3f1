package dev.keepwell.screen.api;

import dev.keepwell.health.Band;
import dev.keepwell.health.ManualOverride;
import dev.keepwell.health.ManualOverride.Order;
import dev.keepwell.health.Overrides;
import dev.keepwell.health.Run;
import dev.keepwell.job.JobId;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /// What is ordered: a score with one decimal or a colour, by whom and why. It holds from today
    /// until the day of expiry, which is 30 days away unless said otherwise, and 90 at most.
    record Wanted(
            @Nullable Double score,
            @Nullable String band,
            @Nullable String author,
            @Nullable String reason,
            @Nullable LocalDate expiresOn) {

        ManualOverride from(LocalDate today) {
            if (author == null || reason == null) {
                throw Refusal.invalid("override", "An override says its author and its reason.");
            }
            var until =
                    expiresOn == null ? today.plusDays(ManualOverride.DAYS_BY_DEFAULT) : expiresOn;
            return new ManualOverride(author, reason, order(), today, until);
        }

        private Order order() {
            if (score != null && band == null) {
                return new Order.Score(score);
            }
            if (score != null || band == null) {
                throw Refusal.invalid("override", "An override is a score or a band, one of them.");
            }
            return switch (band) {
                case "red", "yellow", "green" -> new Order.Colour(Band.of(band));
                case String other ->
                        throw Refusal.invalid(
                                "override",
                                "A band is red, yellow or green, but got '%s'.".formatted(other));
            };
        }
    }

    /// All of an account, the newest first.
    record Answers(List<OverrideAnswer> data) {}

    /// The override, and the job that judges the present day again.
    record Ordered(OverrideAnswer override, String job) {}

    private final AccountRef ref;
    private final Overrides overrides;
    private final Run run;
    private final Workspaces workspaces;
    private final Clock clock;

    OverridesController(
            AccountRef ref, Overrides overrides, Run run, Workspaces workspaces, Clock clock) {
        this.ref = ref;
        this.overrides = overrides;
        this.run = run;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @GetMapping({AccountRef.OURS + "/overrides", AccountRef.THEIRS + "/overrides"})
    Answers list(WorkspaceId workspace, @PathVariable Map<String, String> path) {
        var today = today(workspace);
        return new Answers(
                overrides.of(workspace, ref.find(workspace, path).id()).stream()
                        .map(it -> OverrideAnswer.of(it, today))
                        .toList());
    }

    @PostMapping({AccountRef.OURS + "/overrides", AccountRef.THEIRS + "/overrides"})
    @ResponseStatus(HttpStatus.CREATED)
    Ordered order(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestBody Wanted wanted) {
        var account = ref.find(workspace, path).id();
        var today = today(workspace);
        var entry = overrides.order(workspace, account, wanted.from(today));
        return new Ordered(OverrideAnswer.of(entry, today), judgeAgain(workspace).value());
    }

    /// Ends the override that is in force.
    @DeleteMapping({AccountRef.OURS + "/overrides", AccountRef.THEIRS + "/overrides"})
    ResponseEntity<JobsController.Promise> end(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam String author) {
        overrides.end(workspace, ref.find(workspace, path).id(), today(workspace), author);
        return JobsController.promised(judgeAgain(workspace));
    }

    private JobId judgeAgain(WorkspaceId workspace) {
        return run.start(workspace, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private LocalDate today(WorkspaceId workspace) {
        return workspaces.conventionsOf(workspace).dayOf(clock.instant());
    }
}
