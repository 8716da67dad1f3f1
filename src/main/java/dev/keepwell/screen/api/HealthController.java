package dev.keepwell.screen.api;

import dev.keepwell.customer.Account;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Attribution;
import dev.keepwell.health.Change;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.health.Days;
import dev.keepwell.health.Ledger;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.health.Models;
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
    private final Ledger ledger;
    private final CurrentScores current;
    private final Models models;
    private final Days days;

    HealthController(
            AccountRef ref, Ledger ledger, CurrentScores current, Models models, Days days) {
        this.ref = ref;
        this.ledger = ledger;
        this.current = current;
        this.models = models;
        this.days = days;
    }

    @GetMapping({AccountRef.OURS + "/health", AccountRef.THEIRS + "/health"})
    HealthAnswer health(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        var account = ref.find(workspace, path);
        var anatomy =
                asOf == null
                        ? required(current.of(workspace, account.id()), account, "yet")
                        : on(workspace, account, asOf);
        return HealthAnswer.of(anatomy);
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
        var version = after.judge().version();
        var change =
                before.judge().version() == version
                        ? Attribution.between(before, after)
                        : models.version(workspace, version)
                                .flatMap(it -> across(workspace, before, after, it));
        return change.map(ChangeAnswer::of)
                .orElseThrow(() ->
                        Refusal.conflict(
                                "no_score",
                                ("%s has no score on %s: too little was known. A change is"
                                                + " between two scores.")
                                        .formatted(account.name(), isGrey(before) ? from : to)));
    }

    private Optional<Change> across(
            WorkspaceId workspace, Anatomy before, Anatomy after, ModelVersion model) {
        var facts = days.factsFor(workspace, before, model);
        return Attribution.across(before, facts, after, model);
    }

    private static boolean isGrey(Anatomy anatomy) {
        return !anatomy.status().equals("OK");
    }

    private Anatomy on(WorkspaceId workspace, Account account, LocalDate day) {
        var found =
                ledger.on(workspace, account.id(), day)
                        .or(() -> current.on(workspace, account.id(), day));
        return required(found, account, "on " + day);
    }

    private static Anatomy required(Optional<Anatomy> found, Account account, String when) {
        return found.orElseThrow(() ->
                Refusal.unknown(
                        "day_not_closed",
                        ("%s was not scored %s: it was no customer, or the day was not"
                                        + " closed. './keepwell run --from … --to …' closes days.")
                                .formatted(account.name(), when)));
    }
}
