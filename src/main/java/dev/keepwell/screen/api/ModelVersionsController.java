package dev.keepwell.screen.api;

import dev.keepwell.health.Models;
import dev.keepwell.health.PublishedVersion;
import dev.keepwell.health.Publishing;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The versions of the model: which there are, what each says, in what two differ, and back to an
/// earlier one.
@RestController
class ModelVersionsController {

    /// A version: who published it when and why, and from which day on it holds, if not always.
    record Version(
            int version,
            String name,
            String sha256,
            String note,
            String author,
            Instant appliedAt,
            @Nullable LocalDate effectiveOn,
            @Nullable Integer rollsBack,
            boolean current) {

        static Version of(PublishedVersion it, int current) {
            var publication = it.publication();
            return new Version(
                    it.number(),
                    it.name(),
                    it.sha256(),
                    publication.note(),
                    publication.author(),
                    it.appliedAt(),
                    it.effectiveOn(),
                    publication.rollsBack(),
                    it.number() == current);
        }
    }

    /// All versions, the newest first.
    record Versions(List<Version> data) {}

    /// A version with its text and its form.
    record Whole(Version version, String yaml, ModelForm form) {}

    /// What separates two texts. Without differences they say the same, perhaps in other words.
    record Differences(
            @Nullable Integer from,
            @Nullable Integer to,
            boolean sameText,
            List<DifferenceAnswer> differences) {}

    /// A text to compare with a version; without one, with the version in force.
    record Compared(@Nullable String yaml, @Nullable Integer from) {}

    /// Which version to bring back, and why.
    record Back(@Nullable Integer to, @Nullable String note) {

        int required() {
            if (to == null) {
                throw Refusal.invalid("to", "Which version? {\"to\": 3, \"note\": \"…\"}.");
            }
            return to;
        }
    }

    private static final String PATH = "/api/v1/models";

    private final Models models;
    private final Publishing publishing;

    ModelVersionsController(Models models, Publishing publishing) {
        this.models = models;
        this.publishing = publishing;
    }

    @GetMapping(PATH + "/versions")
    Versions versions(WorkspaceId workspace) {
        var current = models.current(workspace).number();
        return new Versions(
                models.versions(workspace).stream().map(it -> Version.of(it, current)).toList());
    }

    @GetMapping(PATH + "/versions/{number}")
    Whole version(WorkspaceId workspace, @PathVariable int number) {
        var yaml = models.text(workspace, number);
        var version =
                versions(workspace).data().stream()
                        .filter(it -> it.version() == number)
                        .findFirst()
                        .orElseThrow();
        return new Whole(version, yaml, ModelForm.of(yaml, models.read(yaml)));
    }

    /// Without numbers, the version in force and the one before it.
    @GetMapping(PATH + "/diff")
    Differences diff(
            WorkspaceId workspace,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to) {
        var second = Objects.requireNonNullElseGet(to, () -> models.current(workspace).number());
        var first = Objects.requireNonNullElse(from, Math.max(1, second - 1));
        var before = models.text(workspace, first);
        return differences(first, before, second, models.text(workspace, second));
    }

    @PostMapping(PATH + "/diff")
    Differences compare(WorkspaceId workspace, @RequestBody Compared compared) {
        var yaml = new ModelsController.Text(compared.yaml()).required();
        var from =
                Objects.requireNonNullElseGet(
                        compared.from(), () -> models.current(workspace).number());
        return differences(from, models.text(workspace, from), null, yaml);
    }

    /// Is itself a new version, with the very text of the other.
    @PostMapping(PATH + "/rollbacks")
    DraftPublishingController.Published rollBack(Caller caller, @RequestBody Back back) {
        var note = Objects.requireNonNullElse(back.note(), "");
        return DraftPublishingController.Published.of(
                publishing.rollBack(caller.workspace(), back.required(), note, caller.name()));
    }

    private Differences differences(int from, String before, @Nullable Integer to, String after) {
        var differences = DifferenceAnswer.between(models.read(before), models.read(after));
        return new Differences(from, to, before.equals(after), differences);
    }
}
