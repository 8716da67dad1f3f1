package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.customer.Accounts;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.health.DaysJudged;
import dev.keepwell.health.Facts;
import dev.keepwell.health.Hysteresis;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.health.Models;
import dev.keepwell.health.Scoring;
import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Prints how long somebody waits who changes a model, from the request to the answer, with the
/// names and the money of thousands of accounts in it. How fast a machine is, no test asserts.
@Tag("long")
class PreviewSpeedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CALLS = 15;

    @ParameterizedTest
    @ValueSource(ints = {600, 5_000})
    void a_change_of_a_model_is_foretold_on_every_keystroke(int accounts) {
        var workspace = new WorkspaceId("preview-" + accounts);
        TestHouse.bean(Workspaces.class).create(workspace, "Preview");
        var token =
                TestHouse.bean(Tokens.class)
                        .create(workspace, "test", TokenKind.API, Set.of("all"))
                        .secret();
        bring(workspace, token, accounts);
        var yaml = model();
        var first = millis(token, yaml, 0);

        var times =
                IntStream.rangeClosed(1, CALLS).mapToLong(it -> millis(token, yaml, it)).toArray();

        Arrays.sort(times);
        System.out.printf(
                "Preview, %,d accounts: first %d ms, then min %d, median %d, max %d ms%n",
                accounts, first, times[0], times[CALLS / 2], times[CALLS - 1]);
    }

    /// Each call is another change, as when somebody drags a point.
    private static long millis(String token, String yaml, int step) {
        var changed =
                yaml.replace(
                                "weight: 20\n    title: Sentiment",
                                "weight: %d\n    title: Sentiment".formatted(21 + step))
                        .replace(
                                "curve: [[7, 100], [60, 0]]",
                                "curve: [[7, 100], [%d, 0]]".formatted(61 + step));
        assertThat(changed).isNotEqualTo(yaml);
        var body = JsonMapper.shared().writeValueAsString(Map.of("yaml", changed));
        var start = System.nanoTime();
        var answer = TestHouse.ask(token, "POST", "/api/v1/models/consequences", body);
        var took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.json().path("edits")).hasSize(2);
        assertThat(answer.json().path("movers").size()).isPositive();
        return took;
    }

    private static void bring(WorkspaceId workspace, String token, int accounts) {
        var path = "/api/v1/imports/" + ask(token, "POST", "/api/v1/imports", "{}");
        var rows = new StringBuilder("account_id,name,customer_since,segment\n");
        var paid =
                new StringBuilder(
                        "segment_id,subscription_id,account_id,unit_price,ccy,"
                                + "start_date,end_date\n");
        for (int i = 0; i < accounts; i++) {
            rows.append(
                    "A%d,Account %d,2025-01-01,%s\n"
                            .formatted(i, i, i % 4 == 0 ? "Enterprise" : "Mid"));
            paid.append("S%d,S%d,A%d,%d,USD,2025-01-01,\n".formatted(i, i, i, 100 + i % 900));
        }
        TestHouse.send(token, "PUT", path + "/files/account.csv", "text/csv", rows.toString());
        TestHouse.send(
                token,
                "PUT",
                path + "/files/subscription_segment.csv",
                "text/csv",
                paid.toString());
        var job = new JobId(ask(token, "POST", path + "/start", ""));
        TestHouse.bean(Jobs.class).await(workspace, job, PATIENCE);
        var model = TestHouse.bean(Models.class).current(workspace);
        var random = new Random(42);
        var scores =
                TestHouse.bean(Accounts.class).all(workspace).stream()
                        .map(it -> judged(model, it.id(), random))
                        .toList();
        assertThat(scores).hasSize(accounts);
        TestHouse.bean(CurrentScores.class).put(workspace, TODAY, scores);
        TestHouse.tell(new DaysJudged(workspace, TODAY));
    }

    private static String ask(String token, String method, String path, String body) {
        return TestHouse.ask(token, method, path, body).json().path("id").asString();
    }

    private static Anatomy judged(ModelVersion model, AccountId account, Random random) {
        var observed =
                model.model().metrics().stream()
                        .filter(_ -> random.nextInt(10) > 0)
                        .map(it -> observed(it, random))
                        .toList();
        return Scoring.score(
                model,
                Facts.of(account, TODAY, observed, Map.of("p1_open", random.nextInt(20) == 0)),
                new Hysteresis.State.Fresh());
    }

    private static Observation observed(MetricName metric, Random random) {
        var value =
                switch (metric.value()) {
                    case "csm_pulse" -> 50.0 * random.nextInt(3);
                    case "days_since_last_communication", "max_days_past_due" ->
                            (double) random.nextInt(60);
                    case "nps", "csat", "customer_sentiment", "advocacy_score" ->
                            random.nextDouble(40, 100);
                    case "value_feature_stickiness",
                            "executive_sponsor_strength",
                            "high_wide_index" ->
                            random.nextDouble(40, 100);
                    case "benefit_cost_ratio" -> random.nextDouble(5);
                    default -> random.nextDouble(0.2, 1);
                };
        return new Observation.Measured(metric, Status.OK, value, TODAY.minusDays(3), "csv");
    }

    private static String model() {
        try (var file = Models.class.getResourceAsStream("/catalog/models/default.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
