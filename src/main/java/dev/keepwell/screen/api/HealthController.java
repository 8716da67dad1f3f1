package dev.keepwell.screen.api;

import dev.keepwell.customer.Account;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Models;
import dev.keepwell.health.Scores;
import dev.keepwell.health.Series;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells the score of an account with everything behind it, and why it moved.
@RestController
class HealthController {

    private final AccountRef ref;
    private final Scores scores;
    private final Models models;

    HealthController(AccountRef ref, Scores scores, Models models) {
        this.ref = ref;
        this.scores = scores;
        this.models = models;
    }

    @GetMapping({AccountRef.OURS + "/health", AccountRef.THEIRS + "/health"})
    HealthAnswer health(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "published") String series,
            @RequestParam(name = "model_version", required = false) @Nullable Integer version) {
        var account = ref.find(workspace, path);
        var asked = Series.of(series, version);
        var anatomy =
                asOf == null && !(asked instanceof Series.Backfill)
                        ? required(scores.newest(workspace, account.id()), account, "yet")
                        : on(workspace, account, dayOf(asOf), asked);
        var model = models.version(workspace, anatomy.judge().version()).orElseThrow();
        return HealthAnswer.of(anatomy, model.model());
    }

    @GetMapping({AccountRef.OURS + "/health/change", AccountRef.THEIRS + "/health/change"})
    ChangeAnswer change(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        var account = ref.find(workspace, path);
        var before = on(workspace, account, from);
        var after = on(workspace, account, to);
        return scores.change(workspace, before, after)
                .map(ChangeAnswer::of)
                .orElseThrow(() ->
                        Refusal.conflict(
                                "no_score",
                                ("%s has no score on %s: too little was known. A change is"
                                                + " between two scores.")
                                        .formatted(account.name(), isGrey(before) ? from : to)));
    }

    private static boolean isGrey(Anatomy anatomy) {
        return !anatomy.status().equals("OK");
    }

    private Anatomy on(WorkspaceId workspace, Account account, LocalDate day) {
        return on(workspace, account, day, new Series.Published());
    }

    private Anatomy on(WorkspaceId workspace, Account account, LocalDate day, Series series) {
        return required(
                scores.on(workspace, account.id(), day, series), account, when(day, series));
    }

    private static String when(LocalDate day, Series series) {
        return switch (series) {
            case Series.Published _, Series.Restated _ -> "on " + day;
            case Series.Backfill(var version) ->
                    "on %s in the back-fill of version %d".formatted(day, version);
        };
    }

    private static LocalDate dayOf(@Nullable LocalDate asOf) {
        if (asOf == null) {
            throw Refusal.invalid(
                    "series",
                    "A back-fill is of days that are over. Say which, as as_of=2025-03-31.");
        }
        return asOf;
    }

    private static Anatomy required(Optional<Anatomy> found, Account account, String when) {
        return found.orElseThrow(() -> notScored(account, when));
    }

    static Refusal notScored(Account account, String when) {
        return Refusal.unknown(
                "day_not_closed",
                ("%s was not scored %s: it was no customer, or the day was not closed."
                                + " './keepwell run --from … --to …' closes days,"
                                + " './keepwell backfill' computes a version over history.")
                        .formatted(account.name(), when));
    }
}
