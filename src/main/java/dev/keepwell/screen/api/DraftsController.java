package dev.keepwell.screen.api;

import dev.keepwell.health.Draft;
import dev.keepwell.health.Drafts;
import dev.keepwell.health.Models;
import dev.keepwell.health.Templates;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.Catalogue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Models that somebody is still writing, as text or by edits of single places.
@RestController
class DraftsController {

    /// What to begin from: a template, a version, another draft, or a text of one's own; by itself
    /// the newest version.
    record Order(
            @Nullable String name,
            @Nullable String template,
            @Nullable Integer version,
            @Nullable String draft,
            @Nullable String yaml) {

        void check() {
            if (Stream.of(template, version, draft, yaml).filter(Objects::nonNull).count() > 1) {
                throw Refusal.invalid(
                        "draft", "A draft begins from one of template, version, draft and yaml.");
            }
        }
    }

    /// All drafts, the one changed last first, without their texts.
    record Answers(List<DraftAnswer.Head> data) {}

    /// Edits in their order, all or none: `[{"edit": "group_weight", "group": "usage", "weight":
    /// 25}]`.
    record Edits(@Nullable List<JsonNode> edits) {}

    private static final String PATH = "/api/v1/models/drafts";

    private final Drafts drafts;
    private final Models models;
    private final Templates templates;
    private final Catalogue catalogue;

    DraftsController(Drafts drafts, Models models, Templates templates, Catalogue catalogue) {
        this.drafts = drafts;
        this.models = models;
        this.templates = templates;
        this.catalogue = catalogue;
    }

    @GetMapping(PATH)
    Answers list(Caller caller) {
        var newest = models.versions(caller.workspace()).getFirst().number();
        return new Answers(
                drafts.all(caller.workspace()).stream()
                        .map(it -> DraftAnswer.Head.of(it, caller, newest))
                        .toList());
    }

    @PostMapping(PATH)
    ResponseEntity<DraftAnswer> create(Caller caller, @RequestBody Order order) {
        order.check();
        return answer(HttpStatus.CREATED, caller, begun(caller, order));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<DraftAnswer> show(Caller caller, @PathVariable String id) {
        return answer(HttpStatus.OK, caller, drafts.find(caller.workspace(), id));
    }

    @PutMapping(PATH + "/{id}")
    ResponseEntity<DraftAnswer> write(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody ModelsController.Text text) {
        var hand = Revision.of(caller, seen);
        var written = drafts.write(caller.workspace(), id, hand, text.required());
        return answer(HttpStatus.OK, caller, written);
    }

    @DeleteMapping(PATH + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String id) {
        drafts.delete(caller.workspace(), id, caller.name());
    }

    @PostMapping(PATH + "/{id}/edits")
    ResponseEntity<DraftAnswer> edit(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Edits edits) {
        var hand = Revision.of(caller, seen);
        var list = EditText.read(edits.edits());
        return answer(HttpStatus.OK, caller, drafts.edit(caller.workspace(), id, hand, list));
    }

    private Draft begun(Caller caller, Order order) {
        var workspace = caller.workspace();
        if (order.draft() != null) {
            return drafts.fork(workspace, order.draft(), caller.name());
        }
        if (order.template() != null) {
            var template = templates.named(order.template());
            return created(caller, order, template.name(), template.yaml());
        }
        if (order.yaml() != null) {
            return created(caller, order, "draft", order.yaml());
        }
        var number =
                Objects.requireNonNullElseGet(
                        order.version(), () -> models.versions(workspace).getFirst().number());
        return created(caller, order, "version " + number, models.text(workspace, number));
    }

    private Draft created(Caller caller, Order order, String usualName, String yaml) {
        var name = Objects.requireNonNullElse(order.name(), usualName);
        return drafts.create(caller.workspace(), name, yaml, caller.name());
    }

    private ResponseEntity<DraftAnswer> answer(HttpStatus status, Caller caller, Draft draft) {
        return DraftAnswer.of(draft, caller, models, catalogue).tagged(status);
    }
}
