package dev.keepwell.screen.api;

import static dev.keepwell.screen.api.Route.needs;
import static dev.keepwell.screen.api.Route.open;
import static dev.keepwell.screen.api.Route.sends;
import static dev.keepwell.screen.api.Route.signedIn;
import static dev.keepwell.screen.api.Route.signs;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The one table that says who may do what. What is not in it cannot be done: [PolicyCheck] keeps a
/// server with another route from starting.
final class Policy {

    private static final String API = "/api/v1";

    /// Style sheets, scripts and the font: the same for everybody, so whoever stands at the door
    /// may see them.
    static final String FILES = "/static/**";

    static final List<Route> TABLE =
            List.of(
                    open(GET, "/healthz"),
                    sends("/v1/batch"),
                    sends("/v1/batch/"),
                    sends("/v1/import"),
                    sends("/v1/import/"),
                    sends("/batch"),
                    sends("/batch/"),
                    sends("/v1/track"),
                    sends("/v1/track/"),
                    sends("/v1/identify"),
                    sends("/v1/identify/"),
                    sends("/v1/page"),
                    sends("/v1/page/"),
                    sends("/v1/screen"),
                    sends("/v1/screen/"),
                    sends("/v1/group"),
                    sends("/v1/group/"),
                    sends("/v1/alias"),
                    sends("/v1/alias/"),
                    signs("/webhooks/{endpoint}"),
                    signedIn(GET, "/readyz"),
                    signedIn(GET, "/"),
                    open(GET, EntryController.DOOR),
                    open(GET, EntryController.DOOR + "/{link}"),
                    signedIn(POST, "/sign-out"),
                    needs(Scope.METRICS_READ, GET, "/metrics"),
                    needs(Scope.HEALTH_READ, GET, "/accounts"),
                    needs(Scope.HEALTH_READ, GET, "/account-sheet"),
                    needs(Scope.HEALTH_READ, GET, "/account-peeks/{id}"),
                    needs(Scope.HEALTH_READ, GET, "/health"),
                    // Of a workspace's own, the page of a metric shows nothing but its model.
                    needs(Scope.MODELS_READ, GET, "/metrics/{id}"),
                    needs(Scope.METRICS_READ, GET, "/metrics/{id}/value"),
                    needs(Scope.METRICS_READ, GET, "/metrics/{id}/trend"),
                    needs(Scope.ACCOUNTS_READ, GET, "/metrics/{id}/accounts"),
                    needs(Scope.ACCOUNTS_READ, GET, "/metrics/{id}/evidence"),
                    needs(Scope.ACCOUNTS_READ, GET, "/metrics/{id}/row-sheet"),
                    needs(Scope.ACCOUNTS_READ, GET, "/metrics/{id}/account-sheet"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.OUR_PAGE),
                    needs(Scope.HEALTH_READ, GET, AccountRef.THEIR_PAGE),
                    needs(Scope.HEALTH_READ, GET, AccountRef.OUR_PAGE + "/health"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.THEIR_PAGE + "/health"),
                    needs(Scope.HEALTH_WRITE, POST, AccountRef.OUR_PAGE + "/override"),
                    needs(Scope.HEALTH_WRITE, POST, AccountRef.THEIR_PAGE + "/override"),
                    needs(Scope.HEALTH_WRITE, POST, AccountRef.OUR_PAGE + "/override-end"),
                    needs(Scope.HEALTH_WRITE, POST, AccountRef.THEIR_PAGE + "/override-end"),
                    needs(Scope.MODELS_READ, GET, "/health/start"),
                    needs(Scope.MODELS_WRITE, POST, "/health/start"),
                    needs(Scope.MODELS_READ, GET, "/health/models/{name}"),
                    needs(Scope.MODELS_READ, GET, "/health/models/{name}/edit"),
                    needs(Scope.MODELS_READ, GET, "/health/models/{name}/edit/desk"),
                    needs(Scope.MODELS_READ, GET, "/health/models/{name}/edit/consequences"),
                    needs(Scope.MODELS_READ, GET, "/health/models/{name}/versions/{from}...{to}"),
                    needs(Scope.EVENTS_READ, GET, "/data"),
                    needs(Scope.EVENTS_READ, GET, "/data/sources"),
                    needs(Scope.WORKSPACE_WRITE, POST, "/data/sources/{name}"),
                    needs(Scope.EVENTS_READ, GET, "/data/quality"),
                    // Tells the ids of records of every table.
                    needs(Scope.EXPORTS_READ, GET, "/data/quality/orphans/{table}/{column}"),
                    needs(Scope.EVENTS_READ, GET, "/data/quality/events"),
                    // Tells the names of accounts beside their events.
                    needs(Scope.EVENTS_READ, GET, "/data/live"),
                    needs(Scope.EVENTS_READ, GET, "/data/live/calls"),
                    needs(Scope.EVENTS_READ, GET, "/data/live/calls/{id}"),
                    needs(Scope.EVENTS_WRITE, POST, "/data/live/test-events"),
                    needs(Scope.TOKENS_WRITE, POST, "/data/live/write-keys"),
                    needs(Scope.EVENTS_READ, GET, "/data/rejected"),
                    needs(Scope.EVENTS_READ, GET, "/data/rejected/{reason}"),
                    needs(Scope.EVENTS_READ, GET, "/data/rejected/{reason}/preview"),
                    needs(Scope.EVENTS_WRITE, POST, "/data/rejected/{reason}/replays"),
                    needs(Scope.EVENTS_READ, GET, "/data/letters/{id}"),
                    needs(Scope.EVENTS_WRITE, POST, "/data/letters/{id}/replay"),
                    needs(Scope.EVENTS_WRITE, POST, "/data/letters/{id}/ignore"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import"),
                    needs(Scope.IMPORTS_WRITE, PUT, "/data/import/{id}/files/{name}"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/upload"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/upload"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/map"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/map"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/check"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/preview"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/trial"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/run"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/progress"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/result"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/mapping"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/rejected"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/replacements"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/mendings"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/skips"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/run"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/stop"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/ready"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/import/{id}/undo"),
                    needs(Scope.IMPORTS_WRITE, GET, "/data/import/{id}/undo-state"),
                    needs(Scope.ACCOUNTS_READ, GET, "/data/duplicates"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/duplicates/merges"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/duplicates/undoings"),
                    needs(Scope.IMPORTS_WRITE, POST, "/data/duplicates/told-apart"),
                    needs(Scope.OPERATE, POST, API + "/sign-in-links"),
                    signedIn(GET, API + "/openapi.json"),
                    signedIn(GET, API + "/openapi.json.yaml"),
                    needs(Scope.ACCOUNTS_READ, GET, API + "/accounts"),
                    needs(Scope.ACCOUNTS_READ, GET, AccountRef.OURS),
                    needs(Scope.ACCOUNTS_READ, GET, AccountRef.THEIRS),
                    needs(Scope.ACCOUNTS_READ, GET, AccountRef.OURS + "/identity"),
                    needs(Scope.ACCOUNTS_READ, GET, AccountRef.THEIRS + "/identity"),
                    needs(Scope.ACCOUNTS_READ, GET, API + "/identity/duplicates"),
                    needs(Scope.ACCOUNTS_READ, GET, API + "/identity/merges"),
                    needs(Scope.IMPORTS_WRITE, POST, API + "/identity/merges"),
                    needs(Scope.IMPORTS_WRITE, DELETE, API + "/identity/merges/{id}"),
                    needs(Scope.IMPORTS_WRITE, POST, API + "/identity/told-apart"),
                    needs(Scope.ACCOUNTS_READ, GET, API + "/identity/precedence"),
                    needs(Scope.WORKSPACE_WRITE, PUT, API + "/identity/precedence"),
                    needs(Scope.ACCOUNTS_READ, GET, API + "/identity/matching"),
                    needs(Scope.WORKSPACE_WRITE, PUT, API + "/identity/matching"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.OURS + "/health"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.THEIRS + "/health"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.OURS + "/health/change"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.THEIRS + "/health/change"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.OURS + "/health/series"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.THEIRS + "/health/series"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.OURS + "/health/path"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.THEIRS + "/health/path"),
                    needs(Scope.HEALTH_READ, POST, AccountRef.OURS + "/health/what-if"),
                    needs(Scope.HEALTH_READ, POST, AccountRef.THEIRS + "/health/what-if"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.OURS + "/overrides"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.THEIRS + "/overrides"),
                    needs(Scope.HEALTH_WRITE, POST, AccountRef.OURS + "/overrides"),
                    needs(Scope.HEALTH_WRITE, POST, AccountRef.THEIRS + "/overrides"),
                    needs(Scope.HEALTH_WRITE, DELETE, AccountRef.OURS + "/overrides"),
                    needs(Scope.HEALTH_WRITE, DELETE, AccountRef.THEIRS + "/overrides"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.OURS + "/health/trends"),
                    needs(Scope.HEALTH_READ, GET, AccountRef.THEIRS + "/health/trends"),
                    needs(Scope.HEALTH_READ, GET, API + "/health/overview"),
                    needs(Scope.METRICS_READ, GET, API + "/metrics"),
                    needs(Scope.METRICS_READ, GET, API + "/metrics/{id}"),
                    needs(Scope.METRICS_READ, GET, API + "/metrics/{id}/values"),
                    needs(Scope.METRICS_READ, GET, API + "/metrics/{id}/rows"),
                    needs(Scope.RUNS_WRITE, POST, API + "/metrics/{id}/backfills"),
                    needs(Scope.METRICS_READ, GET, API + "/metrics/{id}/history"),
                    needs(Scope.METRICS_READ, GET, API + "/survey"),
                    needs(Scope.METRICS_READ, GET, API + "/settings"),
                    needs(Scope.WORKSPACE_WRITE, PUT, API + "/settings"),
                    needs(Scope.METRICS_READ, GET, API + "/settings/decisions"),
                    needs(Scope.METRICS_READ, GET, API + "/demo/facts"),
                    needs(Scope.MODELS_READ, GET, API + "/models"),
                    needs(Scope.MODELS_READ, GET, API + "/models/current"),
                    needs(Scope.MODELS_WRITE, PUT, API + "/models/current"),
                    needs(Scope.MODELS_READ, POST, API + "/model-checks"),
                    needs(Scope.MODELS_READ, GET, API + "/models/versions"),
                    needs(Scope.MODELS_READ, GET, API + "/models/versions/{number}"),
                    needs(Scope.MODELS_READ, GET, API + "/models/diff"),
                    needs(Scope.MODELS_READ, POST, API + "/models/diff"),
                    needs(Scope.MODELS_READ, GET, API + "/models/templates"),
                    needs(Scope.MODELS_READ, GET, API + "/models/drafts"),
                    needs(Scope.MODELS_WRITE, POST, API + "/models/drafts"),
                    needs(Scope.MODELS_READ, GET, API + "/models/drafts/{id}"),
                    needs(Scope.MODELS_WRITE, PUT, API + "/models/drafts/{id}"),
                    needs(Scope.MODELS_WRITE, DELETE, API + "/models/drafts/{id}"),
                    needs(Scope.MODELS_WRITE, POST, API + "/models/drafts/{id}/edits"),
                    needs(Scope.MODELS_WRITE, POST, API + "/models/drafts/{id}/rebase"),
                    needs(Scope.MODELS_WRITE, POST, API + "/models/drafts/{id}/publish"),
                    needs(Scope.MODELS_WRITE, POST, API + "/models/rollbacks"),
                    // Tells names, scores and money of accounts, as the list of accounts does.
                    needs(Scope.HEALTH_READ, POST, API + "/models/consequences"),
                    needs(Scope.HEALTH_READ, GET, API + "/models/distributions/{metric}"),
                    needs(Scope.RUNS_WRITE, POST, API + "/runs"),
                    needs(Scope.RUNS_WRITE, POST, API + "/backfills"),
                    needs(Scope.RUNS_WRITE, POST, API + "/restatements"),
                    needs(Scope.RUNS_WRITE, POST, API + "/verifications"),
                    needs(Scope.IMPORTS_WRITE, GET, API + "/mappings"),
                    needs(Scope.IMPORTS_WRITE, GET, API + "/mappings/{name}"),
                    needs(Scope.IMPORTS_WRITE, POST, API + "/imports"),
                    needs(Scope.IMPORTS_WRITE, PUT, API + "/imports/{id}/files/{name}"),
                    needs(Scope.IMPORTS_WRITE, POST, API + "/imports/{id}/start"),
                    needs(Scope.IMPORTS_WRITE, GET, API + "/imports/{id}/rejections"),
                    needs(Scope.IMPORTS_WRITE, GET, API + "/imports/{id}/undo"),
                    needs(Scope.IMPORTS_WRITE, POST, API + "/imports/{id}/undo"),
                    needs(Scope.EVENTS_READ, GET, API + "/sources"),
                    needs(Scope.WORKSPACE_WRITE, PUT, API + "/sources/{name}"),
                    needs(Scope.EVENTS_READ, GET, API + "/quality"),
                    needs(Scope.EVENTS_READ, GET, API + "/ingest/balance"),
                    needs(Scope.EVENTS_READ, GET, API + "/ingest/calls"),
                    needs(Scope.EVENTS_WRITE, POST, API + "/ingest/test-events"),
                    needs(Scope.EVENTS_READ, GET, API + "/dead-letters"),
                    needs(Scope.EVENTS_READ, GET, API + "/dead-letters/reasons"),
                    needs(Scope.EVENTS_READ, GET, API + "/dead-letters/{id}"),
                    needs(Scope.EVENTS_WRITE, POST, API + "/dead-letters/{id}/replay"),
                    needs(Scope.EVENTS_WRITE, POST, API + "/dead-letters/{id}/ignore"),
                    needs(Scope.EVENTS_WRITE, POST, API + "/dead-letters/replays"),
                    needs(Scope.EVENTS_READ, POST, API + "/dead-letters/previews"),
                    needs(Scope.EXPORTS_READ, GET, API + "/exports/everything"),
                    needs(Scope.EXPORTS_READ, GET, API + "/exports/{what}"),
                    needs(Scope.JOBS_READ, GET, API + "/jobs/{id}"),
                    needs(Scope.RUNS_WRITE, DELETE, API + "/jobs/{id}"),
                    needs(Scope.JOBS_READ, GET, API + "/flags"),
                    needs(Scope.TOKENS_WRITE, GET, API + "/tokens"),
                    needs(Scope.TOKENS_WRITE, POST, API + "/tokens"),
                    needs(Scope.TOKENS_WRITE, DELETE, API + "/tokens/{id}"),
                    needs(Scope.TOKENS_WRITE, GET, API + "/webhooks"),
                    needs(Scope.TOKENS_WRITE, POST, API + "/webhooks"),
                    needs(Scope.TOKENS_WRITE, DELETE, API + "/webhooks/{id}"),
                    needs(Scope.TOKENS_WRITE, POST, API + "/webhooks/{id}/rotate"),
                    needs(Scope.TOKENS_WRITE, POST, API + "/webhooks/{id}/rotate-end"),
                    needs(Scope.TOKENS_WRITE, POST, API + "/webhooks/{id}/pause"),
                    needs(Scope.TOKENS_WRITE, POST, API + "/webhooks/{id}/resume"),
                    needs(Scope.EVENTS_READ, GET, API + "/webhooks/{id}/deliveries"),
                    needs(Scope.EVENTS_WRITE, POST, API + "/webhooks/{id}/replays"),
                    needs(Scope.WORKSPACE_READ, GET, API + "/workspace"),
                    needs(Scope.WORKSPACE_WRITE, PUT, API + "/workspace"),
                    needs(Scope.OPERATE, GET, API + "/workspaces"),
                    needs(Scope.OPERATE, POST, API + "/workspaces"),
                    needs(Scope.OPERATE, GET, API + "/checks"),
                    needs(Scope.OPERATE, GET, API + "/routes"));

    private static final Map<PathPattern, List<Route>> ROUTES =
            TABLE.stream().collect(Collectors.groupingBy(Policy::pattern));

    private Policy() {}

    /// The route that answers this request; none when nothing answers, whoever asks.
    static Optional<Route> route(String method, String uri) {
        var path = PathContainer.parsePath(uri);
        return ROUTES.keySet().stream()
                .filter(it -> it.matches(path))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .flatMap(it -> route(ROUTES.getOrDefault(it, List.of()), method));
    }

    private static Optional<Route> route(List<Route> routes, String method) {
        // Spring answers HEAD wherever it answers GET, and what that tells is not for everybody.
        var asked = HttpMethod.HEAD.matches(method) ? GET : HttpMethod.valueOf(method);
        return routes.stream().filter(it -> it.method().equals(asked)).findFirst();
    }

    private static PathPattern pattern(Route route) {
        return PathPatternParser.defaultInstance.parse(route.path());
    }
}
