package dev.keepwell.screen.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.TestHouse;
import dev.keepwell.workspace.Scopes;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Who comes in, and what those are told who do not.
class DoorTest {

    private static final String TYPES = "https://docs.keepwell.dev/errors/";

    /// That the server runs, and how to come in.
    private static final Set<String> OPEN = Set.of("/healthz", "/sign-in", "/sign-in/{link}");

    @Test
    void without_a_token_nothing_is_told_but_that_one_is_needed() {
        var answer = TestHouse.ask("", "GET", "/api/v1/accounts", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo(TYPES + "token_missing");
        assertThat(answer.json().path("request_id").asString())
                .isEqualTo(answer.header("X-Request-Id"))
                .startsWith("req_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kw_live_wrong", "kw_local_00", "%"})
    void a_token_that_nobody_made_is_no_token(String token) {
        assertThat(TestHouse.ask(token, "GET", "/api/v1/accounts", "").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nowhere",
                "/",
                "/api/v1/accounts/",
                "/error",
                "/swagger-ui",
                "/readyz"
            })
    void a_stranger_cannot_tell_which_paths_there_are(String path) {
        assertThat(TestHouse.ask("", "GET", path, "").status()).isEqualTo(401);
    }

    @Test
    void a_token_does_what_its_scopes_say_and_no_more() {
        var token = token(TokenKind.API, "accounts:read");

        assertThat(TestHouse.ask(token, "GET", "/api/v1/accounts", "").status()).isEqualTo(200);
        var denied = TestHouse.ask(token, "GET", "/api/v1/metrics", "");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().path("code").asString()).isEqualTo("scope_missing");
        assertThat(denied.json().path("detail").asString()).contains("metrics:read");
        assertThat(TestHouse.ask(token, "HEAD", "/api/v1/metrics", "").status()).isEqualTo(403);
    }

    @Test
    void a_write_key_reads_nothing() {
        var key = token(TokenKind.WRITE, Scopes.INGEST);

        for (var route : Policy.TABLE) {
            if (route.permission() instanceof Route.Permission.Needs) {
                var path = route.path().replace("{source:ext:.+}", "ext:csv").replace("{", "");
                var answer = TestHouse.ask(key, route.method().name(), path.replace("}", ""), "{}");
                assertThat(answer.status()).as(route.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void even_a_token_for_everything_does_not_run_the_installation() {
        var token = token(TokenKind.API, Scopes.ALL);

        assertThat(TestHouse.ask(token, "GET", "/api/v1/workspace", "").status()).isEqualTo(200);
        assertThat(TestHouse.ask(token, "GET", "/api/v1/workspaces", "").status()).isEqualTo(403);
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        var path = TestHouse.ask("GET", "/api/v1/nowhere", "");
        var method = TestHouse.ask("PATCH", "/api/v1/accounts", "");
        var type = TestHouse.send(operator(), "POST", "/api/v1/imports", "text/plain", "a");
        var text = TestHouse.ask("POST", "/api/v1/imports", "{");
        var key = TestHouse.ask("POST", "/api/v1/imports", "{\"sorce\":\"x\"}");

        assertThat(problem(path)).isEqualTo("404 not_found");
        assertThat(problem(method)).isEqualTo("405 method_not_allowed");
        assertThat(problem(type)).isEqualTo("415 unsupported_media_type");
        assertThat(problem(text)).isEqualTo("400 unreadable");
        assertThat(problem(key)).isEqualTo("400 unreadable");
        assertThat(key.json().path("detail").asString()).contains("sorce");
    }

    @Test
    void a_refusal_keeps_its_word_and_its_sentence() {
        var account = TestHouse.ask("GET", "/api/v1/accounts/ext:csv/nobody", "");
        var metric = TestHouse.ask("GET", "/api/v1/metrics/mrrr", "");
        var day = TestHouse.ask("GET", "/api/v1/accounts/x/health?as_of=yesterday", "");
        var zone = TestHouse.ask("PUT", "/api/v1/workspace", "{\"zone\":\"Berlin\"}");

        assertThat(problem(account)).isEqualTo("404 unknown_account");
        assertThat(problem(metric)).isEqualTo("404 unknown_metric");
        assertThat(metric.json().path("detail").asString()).contains("Did you mean 'mrr'?");
        assertThat(problem(day)).isEqualTo("422 parameter");
        assertThat(day.json().path("detail").asString()).contains("2025-03-31");
        assertThat(problem(zone)).isEqualTo("422 reporting_zone");
    }

    @Test
    void answers_are_not_kept_sniffed_or_framed() {
        var answer = TestHouse.ask("GET", "/api/v1/workspace", "");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @Test
    void the_description_of_the_api_names_every_route() {
        var described = new TreeSet<String>();
        TestHouse.ask("GET", "/api/v1/openapi.json", "")
                .json()
                .path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry(
                                (method, _) -> described.add(method.toUpperCase() + " " + path)));

        var there = new TreeSet<String>();
        for (var route : Policy.TABLE) {
            if (route.path().startsWith("/api/v1") && !route.path().contains("openapi")) {
                there.add(route.method() + " " + route.path().replaceAll(":ext[^}]*}", "}"));
            }
        }
        assertThat(described).isEqualTo(there);
    }

    @Test
    void the_list_of_routes_is_what_the_controllers_answer() {
        var listed = new TreeSet<String>();
        for (JsonNode it : TestHouse.ask("GET", "/api/v1/routes", "").json().path("routes")) {
            it.path("methods").forEach(m -> listed.add(m.asString() + " " + path(it)));
            assertThat(it.path("public").asBoolean())
                    .as(path(it))
                    .isEqualTo(OPEN.contains(path(it)));
        }

        assertThat(listed).isEqualTo(TestHouse.bean(PolicyCheck.class).mapped());
    }

    private static String path(JsonNode route) {
        return route.path("path").asString();
    }

    private static String problem(TestHouse.Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        return answer.status() + " " + answer.json().path("code").asString();
    }

    private static String operator() {
        return TestHouse.bean(OperatorToken.class).text();
    }

    private static String token(TokenKind kind, String scope) {
        return TestHouse.bean(Tokens.class)
                .create(WorkspaceId.DEFAULT, "test", kind, Set.of(scope))
                .secret();
    }
}
