package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.Browser.Look;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Revenue from files to figures that open to their records, reconcile, and follow what the
/// workspace decides.
class RevenueStoryTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("revenue");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Acorn grows, Cobalt pays in euros, Dovetail stops for ten days.
    private static final Map<String, String> FILES =
            Map.of(
                    "account.csv",
                    """
                    account_id,name,segment
                    acorn,Acorn Bakery,retail
                    cobalt,Cobalt Works,industry
                    dovetail,Dovetail,industry
                    """,
                    "subscription_segment.csv",
                    """
                    segment_id,subscription_id,account_id,plan,unit_price,ccy,interval_unit,\
                    start_date,end_date
                    s1,a,acorn,team,500,USD,month,2024-01-01,2025-03-12
                    s2,a,acorn,team,800,USD,month,2025-03-12,
                    s3,c,cobalt,team,1000,EUR,month,2024-11-01,
                    s4,d,dovetail,team,300,USD,month,2024-06-01,2025-03-05
                    s5,e,dovetail,team,300,USD,month,2025-03-15,
                    """,
                    "fx_rate.csv",
                    """
                    ccy,rate_date,rate_to_reporting
                    EUR,2025-02-28,1.08
                    EUR,2025-03-31,1.10
                    """);

    private static String token = "";

    @BeforeAll
    static void open() {
        TestHouse.bean(Workspaces.class).create(WORKSPACE, "Revenue");
        token =
                TestHouse.bean(Tokens.class)
                        .create(WORKSPACE, "test", TokenKind.API, Set.of("all"))
                        .secret();
        var path = "/api/v1/imports/" + ask("POST", "/api/v1/imports", "{}").path("id").asString();
        FILES.forEach((name, text) ->
                TestHouse.send(token, "PUT", path + "/files/" + name, "text/csv", text));
        var job = new JobId(ask("POST", path + "/start", "").path("id").asString());
        TestHouse.bean(Jobs.class).await(WORKSPACE, job, PATIENCE);
    }

    @Test
    void a_value_opens_to_the_records_that_make_it() {
        var answer = get("/api/v1/metrics/mrr/rows?as_of=2025-03-31");

        assertThat(answer.path("values").get(0).path("value").path("amount").asString())
                .isEqualTo("2200.00");
        assertThat(answer.path("recomputed").get(0).path("value").decimalValue())
                .isEqualByComparingTo("2200");
        assertThat(answer.path("data").valueStream().map(it -> it.path("source_id").asString()))
                .containsExactlyInAnyOrder("s2", "s3", "s5");
        assertThat(answer.path("data").valueStream().map(it -> it.path("table").asString()))
                .containsOnly("subscription_segment");
    }

    @Test
    void rows_come_in_pages_and_those_of_an_account_are_its_own() {
        var first = get("/api/v1/metrics/mrr/rows?as_of=2025-03-31&limit=2");
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(first.path("data")).hasSize(2);
        var rest =
                get(
                        "/api/v1/metrics/mrr/rows?as_of=2025-03-31&limit=2&cursor="
                                + first.path("next_cursor").asString());
        assertThat(rest.path("data")).hasSize(1);
        assertThat(rest.path("has_more").asBoolean()).isFalse();

        var own =
                get("/api/v1/metrics/mrr/rows?as_of=2025-03-31&grain=account&entity=ext:csv/acorn");
        assertThat(own.path("data")).hasSize(1);
        assertThat(own.path("data").get(0).path("source_id").asString()).isEqualTo("s2");

        assertThat(own.path("values").get(0).path("entity_name").asString())
                .isEqualTo("Acorn Bakery");

        var nobody = TestHouse.ask(token, "GET", "/api/v1/metrics/mrr/rows?grain=segment", "");
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.json().path("detail").asString()).contains("name the segment");
    }

    @Test
    void movements_reconcile_with_both_ends_to_the_cent() {
        var line =
                get("/api/v1/metrics/mrr_movement/rows?period=2025-03&as_of=2025-04-30")
                        .path("reconcile");

        assertThat(line.path("opening").decimalValue()).isEqualByComparingTo("1880");
        assertThat(line.path("movements").path("expansion").decimalValue())
                .isEqualByComparingTo("300");
        assertThat(line.path("movements").path("fx").decimalValue()).isEqualByComparingTo("20");
        assertThat(line.path("closing").decimalValue()).isEqualByComparingTo("2200");
        assertThat(line.path("difference").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void a_decision_restates_the_past_and_says_which() {
        assertThat(churned()).isEqualByComparingTo("0");

        var decided = ask("PUT", "/api/v1/settings", "{\"bridge_gap_days\": 7}");

        assertThat(decided.path("restates").valueStream().map(JsonNode::asString))
                .contains("mrr", "mrr_movement", "customer_churn_rate")
                .doesNotContain("csat", "dau");
        assertThat(churned()).isEqualByComparingTo("300");
        var log = get("/api/v1/settings/decisions").path("data").get(0);
        assertThat(log.path("before").asString()).isEqualTo("14");
        assertThat(log.path("value").asString()).isEqualTo("7");

        ask("PUT", "/api/v1/settings", "{\"bridge_gap_days\": 14}");
        assertThat(churned()).isEqualByComparingTo("0");
    }

    @Test
    void a_setting_that_makes_no_sense_is_refused_with_what_it_may_be() {
        var much = TestHouse.ask(token, "PUT", "/api/v1/settings", "{\"bridge_gap_days\": 900}");
        assertThat(much.status()).isEqualTo(422);
        assertThat(much.json().path("detail").asString())
                .isEqualTo("'bridge_gap_days' is a whole number from 0 to 90, but got '900'.");

        var unknown = TestHouse.ask(token, "PUT", "/api/v1/settings", "{\"bridge_gap_day\": 7}");
        assertThat(unknown.json().path("detail").asString())
                .isEqualTo("There is no setting 'bridge_gap_day'. Did you mean 'bridge_gap_days'?");
    }

    @Test
    void the_page_splits_a_metric_and_shows_its_rows() {
        try (var browser = Browser.open(Look.LIGHT, WORKSPACE)) {
            var page = browser.go("/metrics/mrr_movement?as_of=2025-03-31");
            page.waitForSelector("#part-accounts :text('Accounts')");
            page.click("text=Show the rows");
            page.waitForSelector("#part-evidence table");
            assertThat(page.locator("#part-evidence").textContent())
                    .contains("Reconciled")
                    .contains("difference")
                    .contains("csv/s2");

            browser.go("/metrics/mrr?as_of=2025-03-31&by=segment");
            page.waitForSelector("#part-value table");
            assertThat(page.locator("#part-value tbody th").allTextContents())
                    .containsExactly("industry", "retail");
            browser.checkAccess();
        }
    }

    @Test
    void the_catalogue_is_searched_by_words_and_narrowed_by_category() {
        try (var browser = Browser.open(Look.DARK, WORKSPACE)) {
            var page = browser.go("/metrics?q=renewal&tag=team");
            assertThat(page.locator("tbody code").allTextContents())
                    .contains("quarterly_gross_renewal_rate")
                    .doesNotContain("mrr");
            browser.checkAccess();
            browser.checkWidth();

            browser.go("/metrics?q=nothing-like-this");
            assertThat(page.locator("main").textContent()).contains("No metric fits");
        }
    }

    private static BigDecimal churned() {
        return get("/api/v1/metrics/mrr_movement/values?period=2025-03&as_of=2025-04-30")
                .path("data")
                .valueStream()
                .filter(it -> it.path("component").asString().equals("churn"))
                .map(it -> new BigDecimal(it.path("value").path("amount").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode get(String path) {
        return ask("GET", path, "");
    }

    private static JsonNode ask(String method, String path, String body) {
        return TestHouse.ask(token, method, path, body).json();
    }
}
