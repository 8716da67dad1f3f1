package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// One account of which everything is known: each measure of the default model, from the records to
/// its share of the score, against numbers that were worked out by hand.
class DefaultModelTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("everything");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Contribution by measure. The pulse is 45 days old and counts half, so the sentiment group
    /// has 25 of 75 parts of it; every other measure is fresh.
    private static final Map<String, Double> CONTRIBUTIONS =
            Map.ofEntries(
                    Map.entry("dau_mau_ratio", 0.30 * 0.30 * 100 * (4 / 90.0 - 0.02) / 0.38),
                    Map.entry("value_feature_breadth", 0.30 * 0.30 * 50),
                    Map.entry("licence_utilisation_rate", 0.30 * 0.25 * 200 / 3),
                    Map.entry("value_feature_stickiness", 0.30 * 0.15 * 18.75),
                    Map.entry("csm_pulse", 0.20 * 25 / 75 * 100),
                    Map.entry("nps", 0.20 * 20 / 75 * 70),
                    Map.entry("csat", 0.20 * 15 / 75 * 80),
                    Map.entry("customer_sentiment", 0.20 * 15 / 75 * 75),
                    Map.entry("days_since_last_communication", 0.15 * 0.60 * 100 * 38 / 53),
                    Map.entry("touch_frequency", 0.15 * 0.40 * 200 / 3),
                    Map.entry("executive_sponsor_strength", 0.15 * 0.50 * 70),
                    Map.entry("high_wide_index", 0.15 * 0.50 * 50),
                    Map.entry("outcome_attainment", 0.10 * 0.70 * 70),
                    Map.entry("benefit_cost_ratio", 0.10 * 0.30 * 50),
                    Map.entry("advocacy_score", 0.10 * 75));

    private String token = "";

    @Test
    void every_measure_of_the_default_model_has_its_share() {
        TestHouse.bean(Workspaces.class).create(WORKSPACE, "Everything");
        token =
                TestHouse.bean(Tokens.class)
                        .create(WORKSPACE, "test", TokenKind.API, Set.of("all"))
                        .secret();
        send(WholeAccount.files());
        done(ask("POST", "/api/v1/runs", "{\"from\":\"2025-05-31\",\"to\":\"2025-05-31\"}"));

        var health = ask("GET", "/api/v1/accounts/ext:csv/acorn/health?as_of=2025-05-31", "");

        var found = new TreeMap<String, Double>();
        for (var group : health.path("groups")) {
            for (var measure : group.path("measures")) {
                found.put(measure.path("id").asString(), measure.path("contribution").asDouble());
            }
        }
        assertThat(found).containsOnlyKeys(CONTRIBUTIONS.keySet());
        CONTRIBUTIONS.forEach((measure, contribution) ->
                assertThat(found.get(measure)).as(measure).isCloseTo(contribution, within(1e-9)));
        assertThat(health.path("published").asDouble()).isEqualTo(60.9);
        assertThat(health.path("coverage").asDouble()).isCloseTo(0.95, within(1e-9));
        assertThat(health.path("band").asString()).isEqualTo("yellow");
    }

    private void send(Map<String, String> files) {
        var path = "/api/v1/imports/" + ask("POST", "/api/v1/imports", "{}").path("id").asString();
        files.forEach((name, text) ->
                TestHouse.send(token, "PUT", path + "/files/" + name, "text/csv", text));
        for (var file : done(ask("POST", path + "/start", "")).path("files")) {
            assertThat(file.path("rejected").asInt()).as(file.toString()).isZero();
        }
    }

    private JsonNode done(JsonNode promise) {
        var id = new JobId(promise.path("id").asString());
        TestHouse.bean(Jobs.class).await(WORKSPACE, id, PATIENCE);
        var job = ask("GET", "/api/v1/jobs/" + id, "");
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        return job.path("result");
    }

    private JsonNode ask(String method, String path, String body) {
        return TestHouse.ask(token, method, path, body).json();
    }
}
