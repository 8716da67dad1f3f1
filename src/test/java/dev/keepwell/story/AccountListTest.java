package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From files to a list of accounts that can be searched, filtered, sorted and added up, over HTTP.
class AccountListTest {

    private static final String LIST = "/api/v1/accounts";

    private final String token = ListedCompany.token();

    @Test
    void accounts_are_found_by_name_before_any_day_was_judged() {
        assertThat(ListedCompany.beforeTheRun().path("data").size()).isEqualTo(11);
        assertThat(ListedCompany.beforeTheRun().path("totals").isNull()).isTrue();
        assertThat(ListedCompany.beforeTheRun().path("data").get(0).path("list").isNull()).isTrue();
    }

    @Test
    void sorted_pages_hold_every_customer_once_and_the_foot_adds_them_all_up() {
        var amounts = new ArrayList<BigDecimal>();
        var path = LIST + "?sort=-mrr,name&limit=7&f=" + encoded("customer.is(yes)");
        var page = get(path);
        var totals = page.path("totals");
        while (true) {
            for (var account : page.path("data")) {
                var mrr = account.path("list").path("mrr").path("amount").asString();
                amounts.add(new BigDecimal(mrr));
            }
            if (!page.path("has_more").asBoolean()) {
                break;
            }
            page = get(path + "&cursor=" + page.path("next_cursor").asString());
            assertThat(page.path("totals")).isEqualTo(totals);
        }

        assertThat(amounts).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(amounts).hasSize(totals.path("customers").asInt());
        assertThat(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(totals.path("mrr").path("amount").asString());
    }

    @Test
    void the_list_says_what_the_health_page_says() {
        var scored = get(LIST + "?sort=change&limit=1&f=" + encoded("change.known()"));
        var account = scored.path("data").get(0);
        var list = account.path("list");
        var id = account.path("id").asString();

        var change = get(LIST + "/" + id + "/health/change?from=2025-03-01&to=" + Company.TO);
        var series = get(LIST + "/" + id + "/health/series?from=2025-03-02&to=" + Company.TO);

        assertThat(list.path("change30").asDouble())
                .isEqualTo(
                        round(
                                change.path("to").path("value").asDouble()
                                        - change.path("from").path("value").asDouble()));
        assertThat(list.path("reasons").size()).isPositive();
        assertThat(numbers(list.path("spark"), ""))
                .isEqualTo(numbers(series.path("days"), "/published"));
        assertThat(get(LIST + "/" + id + "/health/path").path("losses").size()).isPositive();
    }

    @Test
    void an_empty_list_says_what_each_filter_keeps_away() {
        var empty = get(LIST + "?f=" + encoded("mrr.over(1000000),customer.is(yes)"));

        assertThat(empty.path("data").size()).isZero();
        assertThat(empty.path("without").get(0).path("filter").asString())
                .isEqualTo("mrr.over(1000000)");
        assertThat(empty.path("without").get(0).path("accounts").asInt()).isPositive();
        assertThat(empty.path("without").get(1).path("accounts").asInt()).isZero();
    }

    @Test
    void a_filter_that_means_nothing_is_the_sender_s_mistake() {
        var answer = TestHouse.ask(token, "GET", LIST + "?f=" + encoded("helth.in(R)"), "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("unknown_field");
        assertThat(TestHouse.ask(token, "GET", LIST + "?sort=-mrr&cursor=x", "").status())
                .isEqualTo(422);
    }

    @Test
    void the_whole_list_comes_as_csv_with_its_numbers() {
        var all = lines("/account-sheet?cols=health,mrr,licences&f=");
        var customers = get(LIST + "?limit=500&f=" + encoded("customer.is(yes)")).path("totals");

        assertThat(all.getFirst())
                .isEqualTo(
                        "\ufeff\"id\",\"reference\",\"account\",\"score\",\"band\",\"mrr\","
                                + "\"seats_used\",\"seats_bought\"");
        assertThat(all).hasSize(1 + get(LIST + "?limit=500").path("data").size());
        assertThat(lines("/account-sheet")).hasSize(1 + customers.path("accounts").asInt());
        assertThat(lines("/account-sheet?q=nobody+is+called+so")).hasSize(1);
    }

    @Test
    void the_page_of_a_metric_gives_every_row_and_every_account_as_csv() {
        var rows = lines("/metrics/mrr/row-sheet?as_of=" + Company.TO);
        var accounts = lines("/metrics/mrr/account-sheet?as_of=" + Company.TO);

        var counted = get("/api/v1/metrics/mrr/rows?as_of=" + Company.TO).path("total").asInt();
        assertThat(rows).hasSize(1 + counted).element(1).asString().startsWith("\"value\",");
        assertThat(accounts)
                .element(1)
                .asString()
                .matches("\"acc_.*\",\"ext:csv/.*\",\".*\",[\\d.]*,\"[A-Z_]+\"");
    }

    private List<String> lines(String path) {
        var answer = TestHouse.ask(token, "GET", path, "");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        return answer.http().body().lines().toList();
    }

    private static List<String> numbers(JsonNode nodes, String pointer) {
        var numbers = new ArrayList<String>();
        nodes.forEach(it -> numbers.add((pointer.isEmpty() ? it : it.at(pointer)).toString()));
        return numbers;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode get(String path) {
        var answer = TestHouse.ask(token, "GET", path, "");
        assertThat(answer.status()).as(path + answer.http().body()).isEqualTo(200);
        return answer.json();
    }
}
