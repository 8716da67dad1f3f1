package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole street on real data, over HTTP: RavenStack's files in, days closed, and every score
/// opened down to what it was made of.
class StreetTest {

    private static final Path DATA = Path.of("..", "shared", "data", "ravenstack");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("ravenstack");
    private static final String LAST_DAYS = "{\"from\":\"2024-12-30\",\"to\":\"2024-12-31\"}";

    /// 499 customers on the one day, 500 on the other.
    private static final int CUSTOMER_DAYS = 999;

    /// Accounts of less than fourteen days that nobody rated yet: too little to judge by.
    private static final int TOO_YOUNG = 15;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static String token = "";

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "The RavenStack data is not here: " + DATA);
        TestHouse.bean(Workspaces.class).create(WORKSPACE, "RavenStack");
        token =
                TestHouse.bean(Tokens.class)
                        .create(WORKSPACE, "test", TokenKind.API, Set.of("all"))
                        .secret();
        importOnce();
    }

    @Test
    void from_files_to_scores_that_can_be_opened() throws IOException {
        theDefaultModelSaysThatItKnowsTooLittle();
        anotherModelChangesNothingOfWhatWasSaid();
        anotherModelScoresThemAll();
        everyScoreIsTheSumOfItsContributions();
        aChangeIsTheSumOfItsLines();
        importingAgainChangesNothing();
    }

    private void theDefaultModelSaysThatItKnowsTooLittle() {
        var run = done(ask("POST", "/api/v1/runs", LAST_DAYS));

        assertThat(run.path("scored").asInt()).isZero();
        assertThat(run.path("grey").asInt()).isEqualTo(CUSTOMER_DAYS);
        var account = get("/api/v1/accounts?limit=1").path("data").get(0).path("health");
        assertThat(account.path("band").asString()).isEqualTo("grey");
        assertThat(account.path("published").isNull()).isTrue();
        assertThat(account.path("coverage").asDouble()).isBetween(0.0, 0.49);
    }

    private void anotherModelChangesNothingOfWhatWasSaid() throws IOException {
        var yaml = Files.readString(Path.of("samples", "ravenstack-model.yaml"));
        var text = JsonMapper.shared().writeValueAsString(Map.of("yaml", yaml));
        var applied = TestHouse.ask(token, "PUT", "/api/v1/models/current", text);
        assertThat(applied.status()).isEqualTo(200);

        var run = done(ask("POST", "/api/v1/runs", LAST_DAYS));

        assertThat(run.path("days_closed").asInt()).isZero();
        assertThat(run.path("days_of_other_versions").asInt()).isEqualTo(2);
        assertThat(run.path("grey").asInt()).isEqualTo(CUSTOMER_DAYS);
    }

    private void anotherModelScoresThemAll() {
        var filled = done(ask("POST", "/api/v1/backfills", LAST_DAYS));

        assertThat(filled.path("version").asInt()).isEqualTo(2);
        assertThat(filled.path("scored").asInt()).isEqualTo(CUSTOMER_DAYS - TOO_YOUNG);
        assertThat(filled.path("grey").asInt()).isEqualTo(TOO_YOUNG);
    }

    private void everyScoreIsTheSumOfItsContributions() {
        for (var account : get("/api/v1/accounts?limit=500").path("data")) {
            var path = "/api/v1/accounts/" + account.path("id").asString() + "/health";
            var health = get(path + "?as_of=2024-12-31&series=backfill&model_version=2");
            if (health.path("band").asString().equals("grey")) {
                continue;
            }
            double sum = 0;
            for (var group : health.path("groups")) {
                for (var measure : group.path("measures")) {
                    sum += measure.path("contribution").asDouble();
                }
            }
            assertThat(health.path("raw").asDouble()).as(path).isCloseTo(sum, within(1e-9));
        }
    }

    private void aChangeIsTheSumOfItsLines() {
        done(ask("POST", "/api/v1/runs", "{\"from\":\"2024-12-28\",\"to\":\"2024-12-29\"}"));
        var id = get("/api/v1/accounts?limit=1").path("data").get(0).path("id").asString();
        var days = "?from=2024-12-28&to=2024-12-29";
        var change = get("/api/v1/accounts/" + id + "/health/change" + days);

        double sum = 0;
        for (var line : change.path("lines")) {
            sum += line.path("points").asDouble();
        }
        var from = change.path("from").path("value").asDouble();
        var to = change.path("to").path("value").asDouble();
        assertThat(sum).isCloseTo(to - from, within(1e-9));
    }

    private static void importingAgainChangesNothing() throws IOException {
        var mrr = get("/api/v1/metrics/mrr/values?as_of=2024-12-31").path("data").get(0);
        assertThat(mrr.path("value").path("amount").asString()).isEqualTo("10159608.00");
        var arpa = get("/api/v1/metrics/arpa/values?as_of=2024-12-31").path("data").get(0);
        assertThat(arpa.path("denominator").asInt()).isEqualTo(500);

        for (var file : importOnce().path("files")) {
            var settled = file.path("unchanged").asInt() + file.path("rejected").asInt();
            assertThat(settled).as(file.toString()).isEqualTo(file.path("read").asInt());
        }
    }

    private static JsonNode importOnce() throws IOException {
        var order = Map.of("mapping", Map.of("ready", "ravenstack"));
        var json = JsonMapper.shared().writeValueAsString(order);
        var path = "/api/v1/imports/" + ask("POST", "/api/v1/imports", json).path("id").asString();
        try (var files = Files.list(DATA)) {
            for (var file : files.sorted().toList()) {
                var name = path + "/files/" + file.getFileName();
                TestHouse.send(token, "PUT", name, "text/csv", Files.readString(file));
            }
        }
        return done(ask("POST", path + "/start", ""));
    }

    private static JsonNode done(JsonNode promise) {
        var id = new JobId(promise.path("id").asString());
        TestHouse.bean(Jobs.class).await(WORKSPACE, id, PATIENCE);
        var job = get("/api/v1/jobs/" + id);
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        return job.path("result");
    }

    private static JsonNode get(String path) {
        return ask("GET", path, "");
    }

    private static JsonNode ask(String method, String path, String body) {
        return TestHouse.ask(token, method, path, body).json();
    }
}
