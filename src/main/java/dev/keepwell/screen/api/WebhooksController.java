package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.webhook.Deliveries;
import dev.keepwell.source.webhook.Endpoint;
import dev.keepwell.source.webhook.Endpoints;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Makes, lists, rotates, pauses and deletes the addresses of webhooks. No answer holds a secret,
/// but the one that was drawn for it.
@RestController
class WebhooksController {

    /// A webhook to be.
    record Order(
            @Nullable String provider,
            @Nullable String source,
            @Nullable String name,
            @Nullable String secret,
            @Nullable String publicUrl,
            @Nullable Map<String, String> channels) {

        Endpoints.Order asked() {
            return new Endpoints.Order(
                    text(provider),
                    text(source),
                    text(name),
                    secret,
                    publicUrl,
                    Objects.requireNonNullElse(channels, Map.of()));
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    /// Another secret for a webhook; none where we draw it.
    record Rotation(@Nullable String secret) {}

    /// The webhooks of a workspace, and how much came from each source.
    record Answers(List<WebhookAnswer> data, List<Deliveries.Counts> sources) {}

    private final Endpoints endpoints;
    private final Deliveries deliveries;

    WebhooksController(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @GetMapping("/api/v1/webhooks")
    Answers list(WorkspaceId workspace, HttpServletRequest request) {
        var refusals = deliveries.refusals(workspace);
        return new Answers(
                endpoints.list(workspace).stream()
                        .map(it -> answer(it, refusals, null, request))
                        .toList(),
                deliveries.bySource(workspace));
    }

    @PostMapping("/api/v1/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    WebhookAnswer create(
            WorkspaceId workspace, @RequestBody Order order, HttpServletRequest request) {
        var made = endpoints.create(workspace, order.asked());
        return answer(made.endpoint(), made.secret(), request);
    }

    @PostMapping("/api/v1/webhooks/{id}/rotate")
    WebhookAnswer rotate(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestBody Rotation rotation,
            HttpServletRequest request) {
        var made = endpoints.rotate(workspace, id, rotation.secret());
        return answer(made.endpoint(), made.secret(), request);
    }

    @PostMapping("/api/v1/webhooks/{id}/rotate-end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endRotation(WorkspaceId workspace, @PathVariable String id) {
        endpoints.forgetOldSecret(workspace, id);
    }

    @PostMapping("/api/v1/webhooks/{id}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(WorkspaceId workspace, @PathVariable String id) {
        endpoints.pause(workspace, id, true);
    }

    @PostMapping("/api/v1/webhooks/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(WorkspaceId workspace, @PathVariable String id) {
        endpoints.pause(workspace, id, false);
    }

    @DeleteMapping("/api/v1/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(WorkspaceId workspace, @PathVariable String id) {
        endpoints.delete(workspace, id);
    }

    private WebhookAnswer answer(Endpoint it, @Nullable String secret, HttpServletRequest request) {
        return answer(it, deliveries.refusals(it.workspace()), secret, request);
    }

    private static WebhookAnswer answer(
            Endpoint it,
            Map<String, Deliveries.Refusals> all,
            @Nullable String secret,
            HttpServletRequest request) {
        var refusals = all.getOrDefault(it.id(), Deliveries.Refusals.NONE);
        return WebhookAnswer.of(it, refusals, address(it.wiring().publicUrl(), request), secret);
    }

    private static String address(@Nullable String publicUrl, HttpServletRequest request) {
        var called = request.getRequestURL();
        return publicUrl == null
                ? called.substring(0, called.length() - request.getRequestURI().length())
                : publicUrl.replaceAll("/+$", "");
    }
}
