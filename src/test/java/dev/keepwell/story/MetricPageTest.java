package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.Browser.Look;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The page of a metric in the real browser, over one account of which everything is known.
class MetricPageTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("metric-page");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static String token = "";

    @BeforeAll
    static void open() {
        TestHouse.bean(Workspaces.class).create(WORKSPACE, "Everything");
        token =
                TestHouse.bean(Tokens.class)
                        .create(WORKSPACE, "test", TokenKind.API, Set.of("all"))
                        .secret();
        var path = "/api/v1/imports/" + ask("POST", "/api/v1/imports", "{}").path("id").asString();
        WholeAccount.files()
                .forEach((name, text) ->
                        TestHouse.send(token, "PUT", path + "/files/" + name, "text/csv", text));
        done(ask("POST", path + "/start", ""));
        done(ask("POST", "/api/v1/runs", "{\"from\":\"2025-05-31\",\"to\":\"2025-05-31\"}"));
    }

    @ParameterizedTest
    @EnumSource(names = "DARK")
    void a_metric_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look, WORKSPACE)) {
            var page = browser.go("/metrics/dau_mau_ratio?account=ext:csv/acorn");

            page.waitForSelector("#part-value .big-score");
            page.waitForSelector("#part-trend svg");
            page.waitForSelector("#part-accounts .ends");
            assertThat(page.title()).isEqualTo("DAU / MAU · Keepwell");
            assertThat(page.locator("#part-value h3").allTextContents())
                    .containsExactly("Acorn Bakery", "All accounts together");
            assertThat(page.locator("#part-value .big-score").first().textContent())
                    .isEqualTo("4.4 %");
            assertThat(page.locator("#part-accounts td").first().textContent()).isEqualTo("4.4 %");
            browser.checkAccess();
            browser.checkWidth();
            browser.picture("metric");
        }
    }

    @Test
    void a_number_of_an_account_opens_to_the_same_number() {
        try (var browser = Browser.open(Look.LIGHT, WORKSPACE)) {
            var page = browser.go("/accounts/ext:csv/acorn/health");

            page.click("#measures a:text-is('80 %')");

            page.waitForSelector("#part-value .big-score");
            assertThat(page.title()).isEqualTo("Customer satisfaction · Keepwell");
            assertThat(page.locator("#part-value .big-score").first().textContent())
                    .isEqualTo("80 %");
        }
    }

    @Test
    void a_metric_without_its_source_says_what_it_needs() {
        try (var browser = Browser.open(Look.LIGHT, WORKSPACE)) {
            var page = browser.go("/metrics/ticket_volume");

            page.waitForSelector("#part-value .value-none");

            assertThat(page.locator("#part-value").textContent())
                    .contains("Source not connected")
                    .contains("It needs ticket.");
        }
    }

    @Test
    void what_the_page_shows_is_answered_as_data() {
        var metric = ask("GET", "/api/v1/metrics/dau_mau_ratio", "");
        var months =
                ask("GET", "/api/v1/metrics/dau_mau_ratio/values?as_of=2025-05-31&months=13", "")
                        .path("data")
                        .valueStream()
                        .filter(it -> it.path("component").isNull())
                        .toList();

        assertThat(metric.path("window").asString()).isEqualTo("monthly_active_days fixed");
        assertThat(metric.path("absent").asString()).isEqualTo("zero_denominator");
        assertThat(metric.path("examples").get(0).path("expect").path("columns").toString())
                .startsWith("[\"entity\",\"value\"");
        assertThat(months.stream().map(it -> it.path("as_of").asString()))
                .hasSize(13)
                .startsWith("2024-05-31", "2024-06-30")
                .endsWith("2025-04-30", "2025-05-31");
        assertThat(months.getFirst().path("status").asString()).isEqualTo("NO_DATA");
        assertThat(months.getLast().path("value").asDouble()).isCloseTo(4 / 90.0, within(1e-9));
    }

    private static void done(JsonNode promise) {
        var id = new JobId(promise.path("id").asString());
        TestHouse.bean(Jobs.class).await(WORKSPACE, id, PATIENCE);
        assertThat(ask("GET", "/api/v1/jobs/" + id, "").path("state").asString()).isEqualTo("done");
    }

    private static JsonNode ask(String method, String path, String body) {
        return TestHouse.ask(token, method, path, body).json();
    }
}
