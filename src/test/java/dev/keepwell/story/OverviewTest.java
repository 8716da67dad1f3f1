package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.keepwell.story.Browser.Look;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// How all customers stand together, counted again from what the API says of each account.
class OverviewTest {

    private static final String MONTH_AGO = "2025-03-01";

    private final String token = ListedCompany.token();

    @Test
    void colours_bins_and_means_are_those_of_the_accounts() {
        var overview = overview();
        var tally = new Tally();
        for (var account : accounts()) {
            var health = account.path("health");
            if (health.has("band")) {
                var mrr = account.path("list").path("mrr").path("amount").asString();
                tally.add(health, new BigDecimal(mrr));
            }
        }

        assertThat(tally.colours).isNotEmpty();
        assertThat(colours(overview.path("now"))).isEqualTo(tally.colours);
        assertThat(numbers(overview.path("now").path("scores"))).isEqualTo(tally.bins());
        assertThat(overview.path("now").path("score_by_mrr").asDouble())
                .isCloseTo(tally.byMrr(), within(1e-9));
        assertThat(overview.path("now").path("score_mean").asDouble())
                .isCloseTo(tally.mean(), within(1e-9));
    }

    @Test
    void thirty_days_ago_is_what_the_ledger_says_of_that_day() {
        var bands = new TreeMap<String, Long>();
        for (var account : accounts()) {
            var path = "/api/v1/accounts/" + account.path("id").asString() + "/health?as_of=";
            var answer = TestHouse.ask(token, "GET", path + MONTH_AGO, "");
            if (answer.status() == 200) {
                bands.merge(answer.json().path("band").asString(), 1L, Long::sum);
            }
        }

        var then = colours(overview().path("month_ago"));
        then.values().removeIf(it -> it == 0);
        assertThat(bands).isNotEmpty();
        assertThat(then).isEqualTo(bands);
    }

    @Test
    void the_mean_of_a_group_is_over_the_accounts_of_the_segment_in_whose_score_it_counts() {
        var sums = new TreeMap<String, double[]>();
        for (var account : accounts()) {
            var segment = account.path("list").path("segment").asString();
            var path = "/api/v1/accounts/" + account.path("id").asString() + "/health";
            var health = TestHouse.ask(token, "GET", path, "");
            for (var group : health.json().path("groups")) {
                if (group.path("standing").asString().equals("used")) {
                    var sum =
                            sums.computeIfAbsent(
                                    segment + " " + group.path("id").asString(),
                                    _ -> new double[2]);
                    sum[0] += group.path("score").asDouble();
                    sum[1]++;
                }
            }
        }

        assertThat(sums).isNotEmpty();
        for (var segment : overview().path("segments")) {
            for (var group : segment.path("groups").properties()) {
                var sum = sums.remove(segment.path("segment").asString() + " " + group.getKey());
                assertThat(group.getValue().path("accounts").asDouble()).isEqualTo(sum[1]);
                assertThat(group.getValue().path("mean").asDouble())
                        .isCloseTo(sum[0] / sum[1], within(1e-9));
            }
        }
        assertThat(sums).isEmpty();
    }

    @Test
    void those_who_moved_most_stand_first_and_the_stuck_kept_their_colour() {
        var falls = new ArrayList<Double>();
        overview().path("falls").forEach(it -> falls.add(it.path("change30").asDouble()));

        assertThat(falls).isNotEmpty().isSorted().allMatch(it -> it < 0);
        for (var it : overview().path("stuck")) {
            assertThat(it.path("change30").asDouble()).isLessThanOrEqualTo(-10);
            var account = "/api/v1/accounts/" + it.path("id").asString();
            assertThat(get(account).path("list").path("turned").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_page_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look, ListedCompany.workspace())) {
            var page = browser.go("/accounts");
            page.keyboard().press("g");
            page.keyboard().press("h");
            page.waitForURL("**/health");

            assertThat(page.title()).isEqualTo("Health · Keepwell");
            var byMrr = overview().path("now").path("score_by_mrr").decimalValue();
            assertThat(page.locator("#score-by-mrr").textContent())
                    .isEqualTo(byMrr.setScale(1, RoundingMode.HALF_UP).toString());
            page.locator("summary").first().click();
            assertThat(page.locator("#scores-table tbody tr").count()).isEqualTo(20);
            browser.checkAccess();
            browser.checkWidth();
            browser.picture("health-overview");
        }
    }

    @Test
    void a_number_leads_to_the_accounts_behind_it() {
        try (var browser = Browser.open(Look.LIGHT, ListedCompany.workspace())) {
            var page = browser.go("/health");
            var red = page.locator("#colours tbody tr").first();
            var accounts = red.locator("td").first().textContent();

            red.locator("a").click();

            page.waitForURL("**/accounts?f=health.in(R)**");
            PlaywrightAssertions.assertThat(page.locator("[data-row]"))
                    .hasCount(Integer.parseInt(accounts));
        }
    }

    @Test
    void the_model_in_force_leads_to_its_page() {
        try (var browser = Browser.open(Look.LIGHT, ListedCompany.workspace())) {
            var page = browser.go("/health");

            page.locator("a:has-text('Change the model')").click();

            page.waitForURL("**/health/models/*");
            PlaywrightAssertions.assertThat(page.locator("[data-begin]")).isVisible();
        }
    }

    private JsonNode overview() {
        return get("/api/v1/health/overview");
    }

    private List<JsonNode> accounts() {
        var accounts = new ArrayList<JsonNode>();
        get("/api/v1/accounts?limit=200&sort=name").path("data").forEach(accounts::add);
        return accounts;
    }

    private static TreeMap<String, Long> colours(JsonNode moment) {
        var colours = new TreeMap<String, Long>();
        for (var it : moment.path("bands")) {
            colours.put(it.path("band").asString(), it.path("accounts").asLong());
        }
        return colours;
    }

    private static List<Long> numbers(JsonNode nodes) {
        var numbers = new ArrayList<Long>();
        nodes.forEach(it -> numbers.add(it.asLong()));
        return numbers;
    }

    private JsonNode get(String path) {
        var answer = TestHouse.ask(token, "GET", path, "");
        assertThat(answer.status()).as(path + answer.http().body()).isEqualTo(200);
        return answer.json();
    }

    /// The accounts one by one.
    private static final class Tally {

        private final TreeMap<String, Long> colours = new TreeMap<>();
        private final List<Double> scores = new ArrayList<>();
        private BigDecimal weighted = BigDecimal.ZERO;
        private BigDecimal weight = BigDecimal.ZERO;

        Tally() {
            List.of("red", "yellow", "green", "grey").forEach(it -> colours.put(it, 0L));
        }

        void add(JsonNode health, BigDecimal mrr) {
            colours.merge(health.path("band").asString(), 1L, Long::sum);
            if (health.path("published").isNumber()) {
                var score = health.path("published").decimalValue();
                scores.add(score.doubleValue());
                weighted = weighted.add(score.multiply(mrr));
                weight = weight.add(mrr);
            }
        }

        List<Long> bins() {
            var bins = new ArrayList<Long>();
            for (int from = 0; from < 100; from += 5) {
                var low = from;
                var high = from == 95 ? 101 : from + 5;
                bins.add(scores.stream().filter(it -> it >= low && it < high).count());
            }
            return bins;
        }

        double byMrr() {
            return weighted.divide(weight, MathContext.DECIMAL64).doubleValue();
        }

        double mean() {
            return scores.stream().mapToDouble(it -> it).average().orElse(0);
        }
    }
}
