package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

    private static final String ACCOUNTS =
            """
            account_id,name,tier,currency
            A1,Acorn,High-Touch,usd
            A2,Brightwater,low_touch,EUR
            """;

    @TempDir private Path folder;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void a_first_import_creates_and_a_second_changes_nothing() {
        assertThat(Desk.counts(desk.hand("account.csv", ACCOUNTS)))
                .containsExactly("account 2/0/0/0/0");
        assertThat(Desk.counts(desk.hand("account.csv", ACCOUNTS)))
                .containsExactly("account 0/0/2/0/0");
        assertThat(
                        desk.rows(
                                "select source_id, name, tier, currency, superseded_at"
                                        + " from customer.account order by 1"))
                .containsExactly(
                        "A1|Acorn|high_touch|USD|null", "A2|Brightwater|low_touch|EUR|null");
    }

    @Test
    void a_later_row_of_a_record_is_a_new_version_and_the_old_one_stays() {
        desk.hand("account.csv", ACCOUNTS);

        var result = desk.hand("account.csv", ACCOUNTS.replace("Acorn", "Oak"));

        assertThat(Desk.counts(result)).containsExactly("account 0/1/1/0/0");
        assertThat(
                        desk.rows(
                                "select name, superseded_at is null from customer.account"
                                        + " where source_id = 'A1' order by version"))
                .containsExactly("Acorn|false", "Oak|true");
    }

    @Test
    void an_amount_with_other_zeros_behind_it_is_the_same_amount() {
        var prices =
                """
                segment_id,subscription_id,account_id,unit_price,ccy,start_date
                s1,sub1,A1,100,USD,2025-01-01
                """;
        desk.hand("account.csv", ACCOUNTS, "subscription_segment.csv", prices);

        var result = desk.hand("subscription_segment.csv", prices.replace(",100,", ",100.00,"));

        assertThat(Desk.counts(result)).containsExactly("subscription_segment 0/0/1/0/0");
    }

    @Test
    void a_file_with_several_versions_of_one_record_is_taken_once() {
        var file =
                """
                account_id,name
                A1,Acorn
                A1,Oak
                A1,Acorn
                A1,Acorn
                """;

        assertThat(Desk.counts(desk.hand("account.csv", file)))
                .containsExactly("account 1/2/0/1/0");
        assertThat(Desk.counts(desk.hand("account.csv", file)))
                .containsExactly("account 0/0/4/0/0");
        assertThat(
                        desk.rows(
                                "select name, superseded_at is null from customer.account"
                                        + " order by version"))
                .containsExactly("Acorn|false", "Oak|false", "Acorn|true");
    }

    @Test
    void a_file_taken_in_after_another_brings_its_last_version_back() {
        var ours = "account_id,name\nA1,Acorn\nA1,Oak\n";
        desk.hand("account.csv", ours);
        desk.hand("account.csv", "account_id,name\nA1,Elm\n");

        desk.hand("account.csv", ours);

        assertThat(desk.rows("select name from customer.account where superseded_at is null"))
                .containsExactly("Oak");
    }

    @Test
    void a_bad_row_takes_no_good_one_with_it_and_is_kept_with_its_text() {
        var file = "account_id,name,tier\nA1,Acorn,\nA2,,\nA3,Cobalt,middle\nA4,Dovetail\n";
        var order = Order.CANONICAL;
        var id = desk.opened(order, "account.csv", file);

        var result = desk.run(id, _ -> {});
        desk.hand("account.csv", file);

        assertThat(Desk.counts(result)).containsExactly("account 1/0/0/0/3");
        assertThat(desk.rejections(id))
                .extracting(it -> "%d %s %s".formatted(it.line(), it.reason(), it.original()))
                .containsExactlyInAnyOrder(
                        "3 missing_value A2,,",
                        "4 unknown_word A3,Cobalt,middle",
                        "5 wrong_field_count A4,Dovetail");
        assertThat(desk.rows("select count(*) from source.rejection")).containsExactly("3");
    }

    @Test
    void a_row_may_point_to_a_row_of_the_same_import_and_to_no_other() {
        var result =
                desk.hand(
                        "ticket.csv",
                        "ticket_id,account_id,created_at\nT1,A1,2025-01-02\nT2,A9,2025-01-03\n",
                        "account.csv",
                        ACCOUNTS);

        assertThat(Desk.counts(result)).containsExactly("account 2/0/0/0/0", "ticket 1/0/0/0/1");
        assertThat(desk.rows("select reason, original from source.rejection"))
                .containsExactly("unknown_account|T2,A9,2025-01-03");
        assertThat(
                        desk.rows(
                                "select ticket.source_id, name, created_at at time zone 'UTC'"
                                        + " from customer.ticket join customer.account"
                                        + " on account.id = ticket.account_id"))
                .containsExactly("T1|Acorn|2025-01-02 00:00:00.0");
    }

    @Test
    void exclusive_rows_may_touch_but_not_overlap() {
        var result =
                desk.hand(
                        "account.csv",
                        ACCOUNTS,
                        "seat_entitlement.csv",
                        """
                                account_id,licence_type,valid_from,valid_to,seats
                                A1,full,2025-01-01,2025-03-01,10
                                A1,full,2025-03-01,,20
                                A1,full,2025-04-01,,30
                                A1,guest,2025-04-01,,30
                                A1,full,2025-05-01,2025-05-01,40
                        A2,full,2025-03-01,,20
                        A2,full,2025-01-01,2025-03-01,10
                        """);

        assertThat(Desk.counts(result))
                .containsExactly("account 2/0/0/0/0", "seat_entitlement 6/0/0/0/1");
        assertThat(desk.rows("select line, reason from source.rejection"))
                .containsExactly("4|overlap");
    }

    @Test
    void the_first_answer_of_an_id_wins_and_answers_stay_on_the_scale() {
        var result =
                desk.hand(
                        "account.csv",
                        ACCOUNTS,
                        "survey.csv",
                        "survey_id,type,scale_min,scale_max\nnps,nps,0,10\n",
                        "survey_response.csv",
                        """
                        response_id,survey_id,account_id,score,answered_at
                        R1,nps,A1,9,2025-01-01T10:00:00Z
                        R1,nps,A1,9.0,2025-01-01T11:00:00+01:00
                        R1,nps,A1,3,2025-01-01T10:00:00Z
                        R2,nps,A1,11,2025-01-01T10:00:00Z
                        R3,ces,A1,9,2025-01-01T10:00:00Z
                        """);

        assertThat(Desk.counts(result)).contains("survey_response 1/0/0/1/3");
        assertThat(desk.rows("select line, reason from source.rejection order by 1"))
                .containsExactly("4|duplicate_id", "5|off_scale", "6|unknown_survey");
    }

    @Test
    void a_dry_run_counts_what_would_happen_and_writes_nothing() {
        var result =
                desk.hand(
                        Order.CANONICAL.asDryRun(true),
                        "account.csv",
                        ACCOUNTS + "A1,Oak,,\nA2,Brightwater,low_touch,EUR\nA3,,,\n",
                        "usage_event.csv",
                        "event_id,account_id,event_name,occurred_at\nE1,A1,login,2025-01-01\n");

        assertThat(Desk.counts(result))
                .containsExactly("account 2/1/0/1/1", "usage_event 1/0/0/0/0");
        assertThat(result.rejections()).extracting(it -> it.line()).containsExactly(6L);
        for (var table :
                new String[] {
                    "customer.account",
                    "customer.usage_key",
                    "source.rejection",
                    "source.watermark",
                    "lake.file"
                }) {
            assertThat(desk.rows("select count(*) from " + table)).containsExactly("0");
        }
        assertThat(folder.resolve("lake")).doesNotExist();
        assertThat(folder.resolve("import")).isEmptyDirectory();
    }

    @Test
    void an_import_that_was_cut_off_goes_on_at_the_border_of_a_chunk() {
        var file = new StringBuilder("account_id,name\n");
        for (int i = 0; i < 12_000; i++) {
            file.append("A").append(i % 11_000).append(",Account ").append(i % 11_000).append('\n');
        }
        var id = desk.opened(Order.CANONICAL, "account.csv", file.toString());
        assertThatThrownBy(() ->
                        desk.run(
                                id,
                                progress -> {
                                    if (progress.linesDone() == 10_000) {
                                        throw new IllegalStateException("cut off");
                                    }
                                }))
                .hasMessage("cut off");
        assertThat(desk.rows("select count(*) from customer.account")).containsExactly("10000");

        var result = desk.run(id, _ -> {});

        assertThat(Desk.counts(result)).containsExactly("account 11000/0/0/1000/0");
        assertThat(Desk.counts(desk.run(id, _ -> {}))).isEqualTo(Desk.counts(result));
    }

    @Test
    void a_table_is_connected_without_rows_and_complete_until_its_latest_past_day() {
        desk.hand(
                "account.csv",
                ACCOUNTS,
                "invoice.csv",
                """
                invoice_id,account_id,issued_on,total,ccy
                I1,A1,2025-02-01,10,USD
                I2,A1,2026-02-01,10,USD
                """,
                "touch.csv",
                "touch_id,account_id,channel,occurred_at\n");
        desk.hand(
                "invoice.csv",
                "invoice_id,account_id,issued_on,total,ccy\nI3,A1,2024-01-01,1,USD\n");

        assertThat(
                        desk.rows(
                                "select table_name, connected, complete_until from source.watermark"
                                        + " order by 1"))
                .containsExactly("account|true|null", "invoice|true|2025-02-01", "touch|true|null");
    }

    @Test
    void usage_counts_once_and_an_unknown_account_is_no_reason_to_refuse_it() {
        var file =
                """
                event_id,account_id,event_name,occurred_at,event_count
                E1,A9,login,2025-01-01T10:00:00Z,1
                E1,A9,login,2025-01-01T10:00:00Z,
                E1,A9,logout,2025-01-01T10:00:00Z,1
                E2,,login,2025-01-01T10:00:00Z,1
                """;

        assertThat(Desk.counts(desk.hand("usage_event.csv", file)))
                .containsExactly("usage_event 2/0/0/1/1");
        assertThat(Desk.counts(desk.hand("usage_event.csv", file)))
                .containsExactly("usage_event 0/0/3/0/1");
        assertThat(desk.rows("select sum(rows) from lake.file")).containsExactly("2");
        assertThat(desk.rows("select reason, original from source.rejection"))
                .containsExactly("duplicate_id|E1,A9,logout,2025-01-01T10:00:00Z,1");
    }

    @Test
    void history_taken_over_counts_as_known_when_it_happened_but_its_changes_do_not() {
        var mapping =
                """
                source: crm
                recorded_at: occurred_at
                files:
                  firms.csv:
                    tables:
                      account: {columns: {account_id: id, name: name, customer_since: since}}
                """;
        var order = Order.CANONICAL.withMapping("map.yaml", mapping);

        desk.hand(
                order,
                "firms.csv",
                "id,name,since\n1,Acorn,2024-01-01\n2,Oak,2030-01-01\n3,Elm,\n");
        desk.hand(order, "firms.csv", "id,name,since\n1,Ash,2024-01-01\n");

        assertThat(
                        desk.rows(
                                """
                                    select name, recorded_at at time zone 'UTC' as learned,
                                recorded_assumed,
                                        superseded_at at time zone 'UTC' as replaced
                                    from customer.account order by version
                                """))
                .containsExactly(
                        "Acorn|2024-01-01 00:00:00.0|true|2025-06-01 12:00:00.0",
                        "Oak|2025-06-01 12:00:00.0|true|null",
                        "Elm|1970-01-01 00:00:00.0|true|null",
                        "Ash|2025-06-01 12:00:00.0|false|null");
    }
}
