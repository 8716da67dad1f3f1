package dev.keepwell.screen.api;

import dev.keepwell.customer.Account;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.health.Models;
import dev.keepwell.health.PathToGreen;
import dev.keepwell.health.ScoreCourse;
import dev.keepwell.health.Series;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells where the score of an account came from, day by day, and where it could go.
@RestController
class CourseController {

    /// What the health page shows first.
    private static final int USUAL_DAYS = 90;

    /// Ten years. Every day is a line of the answer.
    private static final int DAYS_MAX = 3_660;

    private final AccountRef ref;
    private final ScoreCourse course;
    private final CurrentScores current;
    private final Models models;
    private final Workspaces workspaces;
    private final Clock clock;

    CourseController(
            AccountRef ref,
            ScoreCourse course,
            CurrentScores current,
            Models models,
            Workspaces workspaces,
            Clock clock) {
        this.ref = ref;
        this.course = course;
        this.current = current;
        this.models = models;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @GetMapping({AccountRef.OURS + "/health/series", AccountRef.THEIRS + "/health/series"})
    SeriesAnswer series(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "published") String series,
            @RequestParam(name = "model_version", required = false) @Nullable Integer version) {
        var asked = Series.of(series, version);
        var account = ref.find(workspace, path);
        var today = workspaces.conventionsOf(workspace).dayOf(clock.instant());
        var last = Objects.requireNonNullElse(to, today);
        var first = Objects.requireNonNullElse(from, last.minusDays(USUAL_DAYS - 1L));
        var days = period(first, last);
        return SeriesAnswer.of(series, course.of(workspace, account.id(), days, asked));
    }

    @GetMapping({AccountRef.OURS + "/health/path", AccountRef.THEIRS + "/health/path"})
    PathAnswer path(WorkspaceId workspace, @PathVariable Map<String, String> path) {
        var account = ref.find(workspace, path);
        var anatomy = current.of(workspace, account.id()).orElseThrow(() -> notScored(account));
        return PathAnswer.of(anatomy, PathToGreen.of(anatomy, models.judgeOf(workspace, anatomy)));
    }

    private static Period period(LocalDate first, LocalDate last) {
        if (first.isAfter(last) || first.plusDays(DAYS_MAX).isBefore(last)) {
            throw Refusal.invalid(
                    "series_days",
                    "A series has 1 to %d days and ends on or after its first, but got %s to %s."
                            .formatted(DAYS_MAX, first, last));
        }
        return new Period(first, last.plusDays(1));
    }

    private static Refusal notScored(Account account) {
        return Refusal.unknown(
                "day_not_closed",
                ("%s was not scored yet: it is no customer, or no day was closed."
                                + " './keepwell run --from … --to …' closes days.")
                        .formatted(account.name()));
    }
}
