package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.Corrections;
import dev.keepwell.source.Import.Order;
import dev.keepwell.source.Preparations.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that say less than what is known.
class KeepingBlanksTest {

    private static final String KEEPING =
            """
            source: csv
            blank: keep
            files:
              some.csv:
                tables:
                  account: {columns: {account_id: id, name: name, segment: segment}}
            """;

    private static final String MONEY =
            """
            source: csv
            blank: keep
            files:
              some.csv:
                tables:
                  account: {columns: {account_id: id, country: land}}
                  subscription_segment:
                    with: account
                    where: {mrr: present}
                    columns:
                      segment_id: id
                      subscription_id: id
                      account_id: id
                      unit_price: mrr
                      ccy: {constant: EUR}
                      start_date: {constant: 2025-01-01}
            """;

    @TempDir private Path folder;
    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(folder);
        desk.hand(
                "account.csv",
                "account_id,name,segment,tier\nA1,Acme,gold,high_touch\nA2,Bolt,silver,\n");
    }

    @Test
    void what_a_row_does_not_say_stays() {
        var result = hand(KEEPING, "id,name,segment\nA1,,platinum\n");

        assertThat(Desk.counts(result)).containsExactly("account 0/1/0/0/0");
        assertThat(accounts()).containsExactly("Acme|platinum|high_touch", "Bolt|silver|null");
    }

    @Test
    void a_row_that_says_what_is_known_changes_nothing() {
        var result = hand(KEEPING, "id,name,segment\nA1,Acme,\nA2,,silver\n");

        assertThat(Desk.counts(result)).containsExactly("account 0/0/2/0/0");
    }

    @Test
    void two_rows_of_one_record_add_up() {
        hand(KEEPING, "id,name,segment\nA3,Cog,\nA3,,bronze\n");

        assertThat(accounts()).contains("Cog|bronze|null");
    }

    @Test
    void a_new_record_still_needs_what_its_table_requires() {
        var result = hand(KEEPING, "id,name,segment\nA9,,gold\n");

        assertThat(Desk.counts(result)).containsExactly("account 0/0/0/0/1");
    }

    @Test
    void a_line_that_one_table_set_aside_feeds_no_other() {
        var result = hand(MONEY, "id,land,mrr\nA1,Atlantis,100\nA2,Germany,50\n");

        assertThat(Desk.counts(result))
                .containsExactly("account 0/1/0/0/1", "subscription_segment 1/0/0/0/0");
        assertThat(result.files().getLast().counts().leftOut()).isEqualTo(1);
    }

    @Test
    void a_value_that_was_mended_by_hand_counts_and_a_row_can_be_left_out() {
        var id =
                desk.filled(
                        Order.CANONICAL.withMapping("m.yaml", MONEY),
                        "some.csv",
                        "id,land,mrr\nA1,Atlantis,100\nA2,Atlantis,50\n");
        desk.correct(id, new Place("some.csv", 2), "land", "Germany");
        desk.correct(id, new Place("some.csv", 3), Corrections.ROW, "");

        assertThat(Desk.counts(desk.start(id)))
                .containsExactly("account 0/1/0/0/0", "subscription_segment 1/0/0/0/0");
    }

    @Test
    void what_was_set_aside_names_the_column_at_fault() {
        var id =
                desk.opened(
                        Order.CANONICAL.withMapping("m.yaml", MONEY),
                        "some.csv",
                        "id,land,mrr\nA1,Atlantis,100\n");
        desk.run(id, _ -> {});

        assertThat(desk.rejections(id).getFirst().column()).isEqualTo("country");
    }

    private ImportResult hand(String mapping, String csv) {
        return desk.hand(Order.CANONICAL.withMapping("m.yaml", mapping), "some.csv", csv);
    }

    private java.util.List<String> accounts() {
        return desk.rows(
                """
                select name, segment, tier from customer.account
                where superseded_at is null order by name
                """);
    }
}
