package dev.keepwell.screen.api;

import dev.keepwell.health.Drafts;
import dev.keepwell.health.Models;
import dev.keepwell.health.Publishing;
import dev.keepwell.job.JobId;
import dev.keepwell.metric.Catalogue;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Makes a draft the model by which accounts are judged.
@RestController
class DraftPublishingController {

    /// Why, and from which day on: today unless given. With force, a draft is published although
    /// another version came after it was begun.
    record Order(
            @Nullable String note,
            @Nullable LocalDate effectiveOn,
            boolean force,
            boolean recomputeHistory) {

        Publishing.Terms terms() {
            var why = Objects.requireNonNullElse(note, "");
            return new Publishing.Terms(why, effectiveOn, force, recomputeHistory);
        }
    }

    /// The new version, the run that judges today by it, and the job that judges the past.
    record Published(
            String name,
            int version,
            String sha256,
            LocalDate effectiveOn,
            @Nullable String run,
            @Nullable String history) {

        static Published of(Publishing.Outcome it) {
            return new Published(
                    it.version().name(),
                    it.version().number(),
                    it.version().sha256(),
                    it.effectiveOn(),
                    id(it.run()),
                    id(it.history()));
        }

        private static @Nullable String id(@Nullable JobId job) {
            return job == null ? null : job.value();
        }
    }

    private static final String PATH = "/api/v1/models/drafts/{id}";

    private final Publishing publishing;
    private final Drafts drafts;
    private final Models models;
    private final Catalogue catalogue;

    DraftPublishingController(
            Publishing publishing, Drafts drafts, Models models, Catalogue catalogue) {
        this.publishing = publishing;
        this.drafts = drafts;
        this.models = models;
        this.catalogue = catalogue;
    }

    /// Brings in what was published since the draft was begun.
    @PostMapping(PATH + "/rebase")
    ResponseEntity<DraftAnswer> rebase(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        var hand = Revision.of(caller, seen);
        var rebased = drafts.rebase(caller.workspace(), id, hand);
        return DraftAnswer.of(rebased, caller, models, catalogue).tagged(HttpStatus.OK);
    }

    @PostMapping(PATH + "/publish")
    Published publish(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Order order) {
        var hand = Revision.of(caller, seen);
        return Published.of(publishing.publish(caller.workspace(), id, hand, order.terms()));
    }
}
