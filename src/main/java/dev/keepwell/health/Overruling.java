package dev.keepwell.health;

import dev.keepwell.health.ManualOverride.Order;
import dev.keepwell.job.JobId;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a person's word in the place of a score, or takes it back, and has the present day judged
/// again. What it orders holds from today on.
@Component
public final class Overruling {

    private final Overrides overrides;
    private final Run run;
    private final Workspaces workspaces;
    private final Clock clock;

    Overruling(Overrides overrides, Run run, Workspaces workspaces, Clock clock) {
        this.overrides = overrides;
        this.run = run;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /// What somebody wishes, as it was said: a score or a band, by whom and why, and until when.
    /// What is left out is empty, and refused; without an end it is the usual one.
    public record Wish(
            @Nullable Double score,
            @Nullable String band,
            @Nullable String author,
            @Nullable String reason,
            @Nullable LocalDate expiresOn) {

        private ManualOverride from(LocalDate today) {
            var until =
                    expiresOn == null ? today.plusDays(ManualOverride.DAYS_BY_DEFAULT) : expiresOn;
            return new ManualOverride(
                    Objects.requireNonNullElse(author, "").strip(),
                    Objects.requireNonNullElse(reason, "").strip(),
                    Order.of(score, band),
                    today,
                    until);
        }
    }

    /// The override, and the job that judges the present day again.
    public record Ordered(Overrides.Entry entry, JobId job) {}

    public Ordered order(WorkspaceId workspace, AccountId account, Wish wish) {
        var entry = overrides.order(workspace, account, wish.from(today(workspace)));
        return new Ordered(entry, judgeAgain(workspace));
    }

    /// Ends what is in force for the account.
    public JobId end(WorkspaceId workspace, AccountId account, String author) {
        overrides.end(workspace, account, today(workspace), author.strip());
        return judgeAgain(workspace);
    }

    /// The day on which what is ordered now begins.
    public LocalDate today(WorkspaceId workspace) {
        return workspaces.conventionsOf(workspace).dayOf(clock.instant());
    }

    private JobId judgeAgain(WorkspaceId workspace) {
        return run.start(workspace, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
