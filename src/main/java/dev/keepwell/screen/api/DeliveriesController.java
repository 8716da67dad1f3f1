package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.webhook.Deliveries;
import dev.keepwell.source.webhook.Delivery;
import dev.keepwell.source.webhook.Endpoints;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a webhook delivered: when, of what, what became of it and why, with its bytes; and the way
/// back in for what was set aside.
@RestController
class DeliveriesController {

    private static final int LIMIT_MAX = 500;
    private static final Set<String> STATES =
            Set.of("", "waiting", "applied", "not_used", "set_aside");

    /// One delivery. What is no text comes as base64.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            String deliveryId,
            String type,
            String subject,
            Instant occurredAt,
            Instant receivedAt,
            String state,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant doneAt,
            @Nullable String original,
            @Nullable String originalBase64) {

        static Answer of(Delivery it) {
            var text = LetterExport.text(it.body());
            return new Answer(
                    Long.toString(it.seq()),
                    it.id(),
                    it.about().type(),
                    it.about().subject(),
                    it.about().occurredAt(),
                    it.receivedAt(),
                    it.fate().state(),
                    it.fate().reason(),
                    it.fate().detail(),
                    it.fate().doneAt(),
                    text,
                    text == null ? Base64.getEncoder().encodeToString(it.body()) : null);
        }
    }

    /// A page of deliveries, newest first.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Answer> data, boolean hasMore, @Nullable String nextCursor) {}

    /// Which delivery to try again; all that were set aside when none is named.
    record Order(@Nullable Long delivery) {}

    /// How many are tried again.
    record Tried(int deliveries) {}

    private final Endpoints endpoints;
    private final Deliveries deliveries;

    DeliveriesController(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @GetMapping("/api/v1/webhooks/{id}/deliveries")
    Page list(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (!STATES.contains(state)) {
            throw Refusal.invalid(
                    "state",
                    "A delivery is waiting, applied, not_used or set_aside, but got '%s'."
                            .formatted(state));
        }
        endpoints.find(workspace, id);
        var asked = Math.clamp(limit, 1, LIMIT_MAX);
        var found = deliveries.list(workspace, id, state, cursor, asked + 1);
        var shown = found.subList(0, Math.min(asked, found.size()));
        var hasMore = found.size() > asked;
        return new Page(
                shown.stream().map(Answer::of).toList(),
                hasMore,
                hasMore ? Long.toString(shown.getLast().seq()) : null);
    }

    @PostMapping("/api/v1/webhooks/{id}/replays")
    Tried replay(WorkspaceId workspace, @PathVariable String id, @RequestBody Order order) {
        endpoints.find(workspace, id);
        return new Tried(deliveries.replay(workspace, id, order.delivery()));
    }
}
