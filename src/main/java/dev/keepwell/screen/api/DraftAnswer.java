package dev.keepwell.screen.api;

import dev.keepwell.health.Draft;
import dev.keepwell.health.Models;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// A draft with its text, what stands in its way, its form, and what it changes in the version that
/// it was begun from. What cannot be read has no form.
record DraftAnswer(
        Head draft,
        String yaml,
        List<String> findings,
        @Nullable ModelForm form,
        List<DifferenceAnswer> differences) {

    /// Whose it is and how far along. One is outdated when another version came after its base.
    record Head(
            String id,
            String name,
            String author,
            boolean mine,
            int basedOn,
            boolean outdated,
            int revision,
            Instant createdAt,
            Instant updatedAt) {

        static Head of(Draft it, Caller caller, int newest) {
            return new Head(
                    it.id(),
                    it.name(),
                    it.author(),
                    it.author().equals(caller.name()),
                    it.basedOn(),
                    it.basedOn() < newest,
                    it.revision(),
                    it.createdAt(),
                    it.updatedAt());
        }
    }

    static DraftAnswer of(Draft draft, Caller caller, Models models, Catalogue catalogue) {
        var workspace = caller.workspace();
        var newest = models.versions(workspace).getFirst().number();
        var head = Head.of(draft, caller, newest);
        var known = catalogue.names().stream().map(MetricName::new).toList();
        var findings = models.validate(draft.yaml(), known);
        try {
            var model = models.read(draft.yaml());
            var base = models.read(models.text(workspace, draft.basedOn()));
            return new DraftAnswer(
                    head,
                    draft.yaml(),
                    findings,
                    ModelForm.of(draft.yaml(), model),
                    DifferenceAnswer.between(base, model));
        } catch (Refusal _) {
            return new DraftAnswer(head, draft.yaml(), findings, null, List.of());
        }
    }

    /// With the revision that whoever changes it next has seen.
    ResponseEntity<DraftAnswer> tagged(HttpStatus status) {
        return ResponseEntity.status(status).eTag(Revision.tag(draft.revision())).body(this);
    }
}
