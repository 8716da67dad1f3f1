package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a page shows in part comes whole as CSV.
class AccountSheetTest {

    private static final String LIST = "/api/v1/accounts?limit=500";

    @Test
    void the_list_comes_with_all_that_match_and_their_numbers() {
        var all = lines("/account-sheet?view=all&cols=health,mrr,licences&f=");

        assertThat(all.getFirst())
                .isEqualTo(
                        "\ufeff\"id\",\"reference\",\"account\",\"score\",\"band\",\"mrr\","
                                + "\"seats_used\",\"seats_bought\"");
        var accounts = ask(LIST).json().path("data").size();
        assertThat(all).hasSize(1 + accounts);
        assertThat(lines("/account-sheet?q=nobody+is+called+so")).hasSize(1);
    }

    @Test
    void the_page_of_a_metric_gives_every_account_and_every_row() {
        var accounts = lines("/metrics/mrr/account-sheet?as_of=" + Company.TO);
        var rows = lines("/metrics/mrr/row-sheet?as_of=" + Company.TO);

        var counted = "/api/v1/metrics/mrr/rows?as_of=" + Company.TO;
        assertThat(rows).hasSize(1 + ask(counted).json().path("total").asInt());
        assertThat(rows.get(1)).startsWith("\"value\",");
        assertThat(accounts.getFirst()).isEqualTo("\"id\",\"reference\",\"account\",\"value\",\"status\"");
        assertThat(accounts.get(1)).matches("\"acc_.*\",\"ext:csv/.*\",\".*\",[\\d.]*,\"[A-Z_]+\"");
    }

    private static List<String> lines(String path) {
        var answer = ask(path);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        return answer.http().body().lines().toList();
    }

    private static TestHouse.Answer ask(String path) {
        return TestHouse.askIn(ListedCompany.workspace().value(), "GET", path, "");
    }
}
