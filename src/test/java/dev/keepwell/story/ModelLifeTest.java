package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model's life over HTTP: begun, edited, published, compared, rolled back.
class ModelLifeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PEOPLE =
            """
            model: people
            groups:
              - group: people
                weight: 10   # all of it
                measures:
                  - { metric: csm_pulse, weight: 1, curve: identity, says: Confident. }
            """;

    private final WorkspaceId workspace =
            new WorkspaceId("life-" + UUID.randomUUID().toString().substring(0, 8));
    private String token = "";

    @BeforeEach
    void open() {
        TestHouse.bean(Workspaces.class).create(workspace, "Life");
        token = token("all");
    }

    @Test
    void a_draft_is_edited_in_place_published_and_rolled_back() {
        send(todaysAccount());
        publish(begun(Map.of("yaml", PEOPLE)), Map.of("note", "Only people."));
        var before = score();

        var draft = begun(Map.of());
        var edits =
                """
                {"edits": [{"edit": "curve", "metric": "csm_pulse", "kind": "linear",
                  "knots": [{"x": 0, "y": 0}, {"x": 200, "y": 100}]},
                 {"edit": "group_weight", "group": "people", "weight": 20}]}
                """;
        var edited = change("POST", draft, "/edits", edits).json();
        var published = publish(edited, Map.of("note", "Stricter."));

        assertThat(edited.path("yaml").asString())
                .isEqualTo(
                        PEOPLE.replace("weight: 10 ", "weight: 20 ")
                                .replace("identity", "[[0, 0], [200, 100]]"));
        assertThat(sentences(edited))
                .containsExactly(
                        "people weight 10 → 20",
                        "csm_pulse curve: identity → linear (0, 0) (200, 100)");
        assertThat(published.path("version").asInt()).isEqualTo(3);
        assertThat(before).isEqualTo(100);
        assertThat(score()).isEqualTo(50);

        var back = ask("POST", "/rollbacks", Map.of("to", 2, "note", "It was right.")).json();
        done(back.path("run").asString());

        assertThat(back.path("version").asInt()).isEqualTo(4);
        assertThat(score()).isEqualTo(before);
        assertThat(sentences(ask("GET", "/diff?from=2&to=4", null).json())).isEmpty();
        assertThat(sentences(ask("GET", "/diff", null).json())).hasSize(2);
        assertThatVersionsTellIt(edited.path("yaml").asString());
    }

    @Test
    void every_day_before_is_judged_anew_when_that_is_asked_for() {
        send(WholeAccount.files());
        var days = JSON.writeValueAsString(Map.of("from", "2025-05-30", "to", "2025-05-31"));
        done(TestHouse.ask(token, "POST", "/api/v1/runs", days).json().path("id").asString());

        var draft = begun(Map.of("yaml", PEOPLE));
        var later = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        var published =
                change(
                                "POST",
                                draft,
                                "/publish",
                                JSON.writeValueAsString(
                                        Map.of(
                                                "note",
                                                "From then on.",
                                                "effective_on",
                                                later,
                                                "recompute_history",
                                                true)))
                        .json();

        assertThat(published.path("run").isNull()).isTrue();
        done(published.path("history").asString());
        assertThat(ask("GET", "/current", null).json().path("name").asString())
                .isEqualTo("default");
    }

    @Test
    void whoever_saw_an_older_revision_or_is_another_changes_nothing() {
        var draft = begun(Map.of());
        var id = draft.path("draft").path("id").asString();
        var text = JSON.writeValueAsString(Map.of("yaml", PEOPLE));
        var stranger = token("models:read", "models:write");

        var written = change("PUT", draft, "", text);
        var late = change("PUT", draft, "", text);
        var blind = send(token, "PUT", "/drafts/" + id, text, null);
        var foreign = send(stranger, "PUT", "/drafts/" + id, text, "\"2\"");
        var copied = send(stranger, "POST", "/drafts", "{\"draft\":\"%s\"}".formatted(id), null);

        assertThat(written.http().headers().firstValue("ETag")).contains("\"2\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("code").asString()).isEqualTo("draft_changed");
        assertThat(blind.status()).isEqualTo(422);
        assertThat(foreign.status()).isEqualTo(409);
        assertThat(copied.status()).isEqualTo(201);
        assertThat(copied.json().path("yaml").asString()).isEqualTo(PEOPLE);
        assertThat(copied.json().path("draft").path("mine").asBoolean()).isTrue();
        assertThat(send(token("models:read"), "POST", "/drafts", "{}", null).status())
                .isEqualTo(403);
        assertThat(ask("DELETE", "/drafts/" + id, null).status()).isEqualTo(204);
        assertThat(ask("GET", "/drafts/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void a_draft_shows_its_form_and_what_stands_in_its_way() {
        var draft = begun(Map.of("template", "with_service", "name", "Ours"));
        var service = draft.path("form").path("groups").get(5);
        var tickets = service.path("measures").get(0);
        var broken = change("PUT", draft, "", "{\"yaml\":\"model: [\"}").json();

        assertThat(draft.path("draft").path("name").asString()).isEqualTo("Ours");
        assertThat(service.path("share").asDouble()).isEqualTo(10);
        assertThat(tickets.path("share").asDouble()).isEqualTo(50);
        assertThat(tickets.path("share_of_score").asDouble()).isEqualTo(5);
        assertThat(tickets.path("knots").size()).isEqualTo(4);
        var line =
                draft.path("yaml")
                        .asString()
                        .lines()
                        .toList()
                        .get(tickets.path("line").asInt() - 1);
        assertThat(line).contains("metric: tickets_per_100_seats");
        assertThat(draft.path("findings").size()).isZero();
        assertThat(draft.path("differences").size()).isGreaterThan(2);
        assertThat(broken.path("form").isNull()).isTrue();
        assertThat(broken.path("findings").get(0).asString()).contains("is not YAML");
    }

    @Test
    void an_edit_that_leaves_something_out_is_refused_as_a_whole() {
        var draft = begun(Map.of());
        for (var edit :
                List.of(
                        "{\"edit\":\"group_weight\",\"group\":\"usage\"}",
                        "{\"edit\":\"group_weight\",\"group\":null,\"weight\":1}",
                        "{\"edit\":\"wieght\"}",
                        "{\"edit\":\"curve\",\"metric\":\"a\",\"kind\":\"linear\",\"knots\":null}",
                        "7")) {
            var first = "{\"edit\":\"coverage_floor\",\"floor\":0.4}";
            var body = "{\"edits\":[%s,%s]}".formatted(first, edit);
            var answer = change("POST", draft, "/edits", body);
            assertThat(answer.status()).as(edit + answer.json()).isEqualTo(422);
            assertThat(answer.json().path("code").asString()).isEqualTo("model_edit");
        }
        var path = "/drafts/" + draft.path("draft").path("id").asString();
        assertThat(ask("GET", path, null).json()).isEqualTo(draft);
    }

    @Test
    void templates_say_which_data_they_need_and_what_has_not_come() {
        send(WholeAccount.files());

        var templates = ask("GET", "/templates", null).json().path("data");

        assertThat(templates.valueStream().map(it -> it.path("id").asString()))
                .containsExactly(
                        "default",
                        "with_service",
                        "starter_four",
                        "high_touch",
                        "low_touch",
                        "onboarding",
                        "first_file");
        assertThat(templates.get(0).path("missing").asInt()).isZero();
        var missing =
                templates
                        .get(5)
                        .path("needs")
                        .valueStream()
                        .filter(it -> it.path("missing").asBoolean())
                        .map(it -> it.path("metric").asString());
        assertThat(missing).containsExactly("average_days_to_onboard", "time_to_first_value");
    }

    /// Acorn pays, and its CSM was content yesterday.
    private static Map<String, String> todaysAccount() {
        return Map.of(
                "account.csv",
                "account_id,name,customer_since\nacorn,Acorn Bakery,2024-01-01\n",
                "subscription_segment.csv",
                """
                segment_id,subscription_id,account_id,unit_price,ccy,start_date
                s1,s1,acorn,100,USD,2024-01-01
                """,
                "pulse.csv",
                "pulse_id,account_id,value,set_at\np1,acorn,green,%sT09:00:00Z\n"
                        .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(1)));
    }

    private void assertThatVersionsTellIt(String third) {
        var versions = ask("GET", "/versions", null).json().path("data");
        assertThat(versions.get(0).path("rolls_back").asInt()).isEqualTo(2);
        assertThat(versions.get(0).path("author").asString()).startsWith("tok_");
        assertThat(versions.valueStream().map(it -> it.path("note").asString()))
                .containsExactly("It was right.", "Stricter.", "Only people.", "");
        assertThat(ask("GET", "/versions/3", null).json().path("yaml").asString()).isEqualTo(third);
        assertThat(ask("GET", "/versions/9", null).status()).isEqualTo(404);
    }

    private JsonNode begun(Map<String, ?> order) {
        var answer = ask("POST", "/drafts", order);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode publish(JsonNode draft, Map<String, ?> order) {
        var answer = change("POST", draft, "/publish", JSON.writeValueAsString(order));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        done(answer.json().path("run").asString());
        return answer.json();
    }

    private static List<String> sentences(JsonNode answer) {
        return answer.path("differences")
                .valueStream()
                .map(it -> it.path("sentence").asString())
                .toList();
    }

    /// The score of today, from the run that came with the version.
    private double score() {
        var health = "/api/v1/accounts/ext:csv/acorn/health";
        return TestHouse.ask(token, "GET", health, "").json().path("raw").asDouble();
    }

    private TestHouse.Answer change(String method, JsonNode draft, String what, String body) {
        var head = draft.path("draft");
        var path = "/drafts/" + head.path("id").asString() + what;
        return send(token, method, path, body, "\"" + head.path("revision").asInt() + "\"");
    }

    private TestHouse.Answer ask(String method, String path, Object body) {
        var text = body == null ? "" : JSON.writeValueAsString(body);
        return TestHouse.ask(token, method, "/api/v1/models" + path, text);
    }

    private static TestHouse.Answer send(
            String token, String method, String path, String body, String ifMatch) {
        var address = URI.create(TestHouse.address() + "/api/v1/models" + path);
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new TestHouse.Answer(answer, JSON.readTree(answer.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(String... scopes) {
        return TestHouse.bean(Tokens.class)
                .create(workspace, "test", TokenKind.API, Set.of(scopes))
                .secret();
    }

    private void send(Map<String, String> files) {
        var imports = "/api/v1/imports";
        var path =
                imports
                        + "/"
                        + TestHouse.ask(token, "POST", imports, "{}").json().path("id").asString();
        files.forEach((name, text) ->
                TestHouse.send(token, "PUT", path + "/files/" + name, "text/csv", text));
        done(TestHouse.ask(token, "POST", path + "/start", "").json().path("id").asString());
    }

    private void done(String job) {
        TestHouse.bean(Jobs.class).await(workspace, new JobId(job), PATIENCE);
        var state = TestHouse.ask(token, "GET", "/api/v1/jobs/" + job, "").json();
        assertThat(state.path("state").asString()).as(state.toString()).isEqualTo("done");
    }
}
