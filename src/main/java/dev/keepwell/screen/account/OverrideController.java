package dev.keepwell.screen.account;

import dev.keepwell.health.Band;
import dev.keepwell.health.ManualOverride;
import dev.keepwell.health.ManualOverride.Order;
import dev.keepwell.health.Overrides;
import dev.keepwell.health.Run;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.AccountRef;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes the form in which a person overrules a score, or takes that back.
@Controller
class OverrideController {

    /// What the form says. The wish is a colour, or `score` with the number beside it.
    record Form(
            @Nullable String wish,
            @Nullable Double score,
            @Nullable String author,
            @Nullable String reason,
            @Nullable LocalDate expires) {

        ManualOverride from(LocalDate today) {
            if (wish == null || author == null || reason == null) {
                throw Refusal.invalid(
                        "override", "An override says what it orders, who does, and why.");
            }
            var until = expires == null ? today.plusDays(ManualOverride.DAYS_BY_DEFAULT) : expires;
            return new ManualOverride(author.strip(), reason.strip(), order(wish), today, until);
        }

        private Order order(String wish) {
            return switch (wish) {
                case "red", "yellow", "green" -> new Order.Colour(Band.of(wish));
                case "score" -> {
                    if (score == null) {
                        throw Refusal.invalid("override", "Write the score, such as 62.5.");
                    }
                    yield new Order.Score(score);
                }
                case String other ->
                        throw Refusal.invalid(
                                "override",
                                "An override is red, yellow, green or a score, but got '%s'."
                                        .formatted(other));
            };
        }
    }

    private final AccountRef ref;
    private final Overrides overrides;
    private final Run run;
    private final Workspaces workspaces;
    private final Clock clock;

    OverrideController(
            AccountRef ref, Overrides overrides, Run run, Workspaces workspaces, Clock clock) {
        this.ref = ref;
        this.overrides = overrides;
        this.run = run;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @PostMapping({AccountRef.OUR_PAGE + "/override", AccountRef.THEIR_PAGE + "/override"})
    String order(WorkspaceId workspace, @PathVariable Map<String, String> path, Form form) {
        var account = ref.find(workspace, path).id();
        overrides.order(workspace, account, form.from(today(workspace)));
        return judgeAgain(workspace, account.value());
    }

    @PostMapping({AccountRef.OUR_PAGE + "/override-end", AccountRef.THEIR_PAGE + "/override-end"})
    String end(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam String author) {
        var account = ref.find(workspace, path).id();
        overrides.end(workspace, account, today(workspace), author.strip());
        return judgeAgain(workspace, account.value());
    }

    /// The page waits for the present day to be judged again.
    private String judgeAgain(WorkspaceId workspace, String account) {
        run.start(workspace, Optional.empty(), Optional.empty(), Optional.empty());
        return "redirect:/accounts/" + account + "/health#override";
    }

    private LocalDate today(WorkspaceId workspace) {
        return workspaces.conventionsOf(workspace).dayOf(clock.instant());
    }
}
