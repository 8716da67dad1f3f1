package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Settings;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What discounts, pauses, unpaid invoices, gaps and mergers do to recurring revenue, from records
/// to movements.
class RevenueRulesTest {

    private static final Map<String, String> EMPTY =
            Map.of(
                    "customer.contract", "id | account_id | start_date | end_date\n",
                    "customer.invoice", "id | account_id | issued_on\n",
                    "customer.invoice_payment", "id | invoice_id | paid_on\n",
                    "customer.credit_note", "id | invoice_id | issued_on\n",
                    "customer.subscription_event", "id | subscription_id | type\n");

    private static final String COLUMNS =
            "id | source_system | account_id | subscription_id | monthly_amount | monthly_list"
                    + " | pct_discount | fixed_discount | ccy | kind | state | start_date"
                    + " | end_date | reason_start | reason_end\n";

    @ParameterizedTest(name = "a discount until {1} under {0} leaves {2} and then {3}")
    @CsvSource({
        "NET_ALL,      2025-04-02, 80,  expansion 20 discount_expired",
        "NET_ALL,      2025-04-01, 100, ''",
        "FOREVER_ONLY, 2025-04-02, 100, ''",
        "GROSS,        2025-04-02, 100, ''"
    })
    void a_discount_lowers_revenue_as_the_workspace_says(
            String policy, String until, String amount, String step) {
        var rows =
                """
                s1 | csv | acorn | s | 80  | 100 | 0.2 | 0 | USD | recurring | active | 2025-03-01 | %s |  |
                s2 | csv | acorn | s | 100 | 100 | 0   | 0 | USD | recurring | active | %s         |    |  |
                """
                        .formatted(until, until);
        try (var facts = facts(Map.of(), rows, Map.of("discount_policy", policy))) {
            assertThat(moves(facts))
                    .containsExactlyElementsOf(
                            step.isEmpty()
                                    ? List.of("2025-03-01 new " + amount)
                                    : List.of("2025-03-01 new " + amount, until + " " + step));
        }
    }

    @Test
    void a_discount_lasts_over_a_change_of_price_and_a_sale_on_its_last_day_is_a_sale() {
        var rows =
                """
                s1 | csv | acorn | s | 80  | 100 | 0.2 | 0 | USD | recurring | active | 2025-03-01 | 2025-03-21 |        |
                s2 | csv | acorn | s | 160 | 200 | 0.2 | 0 | USD | recurring | active | 2025-03-21 | 2025-04-10 | seats  |
                s3 | csv | acorn | s | 250 | 250 | 0   | 0 | USD | recurring | active | 2025-04-10 |            | upsell |
                """;
        try (var facts = facts(Map.of(), rows, Map.of())) {
            assertThat(moves(facts))
                    .containsExactly(
                            "2025-03-01 new 80",
                            "2025-03-21 expansion 80 seats",
                            "2025-04-10 expansion 40 discount_expired",
                            "2025-04-10 expansion 50 upsell");
        }
    }

    /// Due on the first of January, the invoice is 91 days late on the second of April.
    @Test
    void past_due_counts_until_the_oldest_invoice_is_too_old() {
        var rows =
                """
                s1 | csv | acorn | s | 100 | 100 | 0 | 0 | USD | recurring | active   | 2024-01-01 | 2025-01-05 |  |
                s2 | csv | acorn | s | 100 | 100 | 0 | 0 | USD | recurring | past_due | 2025-01-05 |            |  |
                """;
        var invoices =
                """
                id | account_id | issued_on  | due_on     | total | ccy | status
                i1 | acorn      | 2024-12-01 | 2025-01-01 | 100   | USD | open
                """;
        try (var facts = facts(Map.of("customer.invoice", invoices), rows, Map.of())) {
            assertThat(moves(facts))
                    .containsExactly("2024-01-01 new 100", "2025-04-02 churn 100 involuntary");
        }
    }

    /// The 13th of June is day 91 of a pause that began on the 15th of March. Who resumes on it was
    /// a customer at every close.
    @ParameterizedTest(name = "a resume on {0} is a {1}")
    @CsvSource({"2025-06-13, expansion 100 resume, 1", "2025-06-14, reactivation 100 resume, 2"})
    void a_pause_is_a_contraction_and_the_logo_is_lost_on_day_91(
            String resumed, String move, int stays) {
        var rows =
                """
                s1 | csv | acorn | s | 100 | 100 | 0 | 0 | USD | recurring | active | 2024-01-01 | 2025-03-15 |  |
                s2 | csv | acorn | s | 100 | 100 | 0 | 0 | USD | recurring | paused | 2025-03-15 | %s         |  |
                s3 | csv | acorn | s | 100 | 100 | 0 | 0 | USD | recurring | active | %s         |            |  |
                """
                        .formatted(resumed, resumed);
        try (var facts = facts(Map.of(), rows, Map.of())) {
            assertThat(moves(facts))
                    .containsExactly(
                            "2024-01-01 new 100",
                            "2025-03-15 contraction 100 pause",
                            resumed + " " + move);
            facts.need(List.of("fact.customer_stay"));
            var found =
                    facts.query(
                            "select count(*) from fact.customer_stay", (row, _) -> row.getInt(1));
            assertThat(found).containsExactly(stays);
        }
    }

    @ParameterizedTest(name = "back on {0} with a contract due on {1}: bridged is {2}")
    @CsvSource({
        "2025-03-15, '', pending, true",
        "2025-03-16, '', pending, false",
        "2025-03-31, 2025-03-01, pending, true",
        "2025-04-01, 2025-03-01, pending, false",
        "2025-03-31, 2025-03-01, lost, false",
        "2025-03-31, 2025-03-01, lost | 2025-03-01, false",
        "2025-03-31, 2025-03-01, lost | 2025-03-02, true",
        "2025-03-31, 2025-03-01, lost | 2025-04-20, true",
        "2025-03-31, 2025-05-01, pending, false"
    })
    void a_gap_is_bridged_and_a_longer_one_while_a_renewal_is_negotiated(
            String back, String due, String outcome, boolean bridged) {
        var rows =
                """
                s1 | csv | acorn | s | 500 | 500 | 0 | 0 | USD | recurring | active | 2024-03-01 | 2025-03-01 |  |
                s2 | csv | acorn | t | 500 | 500 | 0 | 0 | USD | recurring | active | %s         |            |  |
                """
                        .formatted(back);
        var contract =
                "id | account_id | start_date | end_date | arr | ccy | outcome | decided_on\n"
                        + (due.isEmpty()
                                ? ""
                                : "c1 | acorn | 2024-03-01 | %s | 6000 | USD | %s\n"
                                        .formatted(
                                                due,
                                                outcome.contains("|") ? outcome : outcome + " | "));
        try (var facts = facts(Map.of("customer.contract", contract), rows, Map.of())) {
            assertThat(moves(facts))
                    .containsExactlyElementsOf(
                            bridged
                                    ? List.of("2024-03-01 new 500")
                                    : List.of(
                                            "2024-03-01 new 500",
                                            "2025-03-01 churn 500",
                                            back + " reactivation 500"));
        }
    }

    /// The gap is as long as nothing is paid, whatever pauses in it, here another subscription.
    @ParameterizedTest(name = "back on {0}: {1}")
    @CsvSource({
        "2025-03-15, ''",
        "2025-03-16, 2025-03-01 churn 500; 2025-03-16 expansion 500 resume"
    })
    void a_pause_within_a_gap_is_a_part_of_it(String back, String later) {
        var rows =
                """
                s1 | csv | acorn | s | 500 | 500 | 0 | 0 | USD | recurring | active | 2024-03-01 | 2025-03-01 |  |
                s2 | csv | acorn | t | 500 | 500 | 0 | 0 | USD | recurring | paused | 2025-03-08 | %s         |  |
                s3 | csv | acorn | t | 500 | 500 | 0 | 0 | USD | recurring | active | %s         |            |  |
                """
                        .formatted(back, back);
        try (var facts = facts(Map.of(), rows, Map.of())) {
            assertThat(String.join("; ", moves(facts)))
                    .isEqualTo("2024-03-01 new 500" + (later.isEmpty() ? "" : "; " + later));
        }
    }

    /// The paused subscription is no more, and what begins on that day takes its place. What is
    /// sold while it goes on pausing is a sale.
    @ParameterizedTest(name = "paused until {0}: {1}")
    @CsvSource({"2025-04-01, resume", "2025-04-20, upsell"})
    void a_resume_under_another_subscription_is_no_sale(String until, String reason) {
        var rows =
                """
                s1 | csv | acorn | s | 500 | 500 | 0 | 0 | USD | recurring | active | 2024-03-01 | 2025-03-01 |        |
                s2 | csv | acorn | s | 500 | 500 | 0 | 0 | USD | recurring | paused | 2025-03-01 | %s         |        |
                s3 | csv | acorn | t | 500 | 500 | 0 | 0 | USD | recurring | active | 2025-04-01 |            | upsell |
                """
                        .formatted(until);
        try (var facts = facts(Map.of(), rows, Map.of())) {
            assertThat(moves(facts))
                    .containsExactly(
                            "2024-03-01 new 500",
                            "2025-03-01 contraction 500 pause",
                            "2025-04-01 expansion 500 " + reason);
        }
    }

    /// Due on the first of March, a contract that renews itself; what its successor, signed for 700
    /// if at all, and the word for it make of it.
    @ParameterizedTest(name = "signed on {0}, called {1}: {2}")
    @CsvSource({
        "'',         pending | ,           2025-03-01 500 until null",
        "2025-04-01, pending | ,           2025-03-01 500 until null",
        "2025-03-31, pending | ,           2025-03-01 500 until 2025-03-31; 2025-03-31 700 until"
                + " null",
        "'',         lost | 2025-03-01,    ''",
        "'',         lost | 2025-03-02,    2025-03-01 500 until null",
        "'',         renewed | 2025-04-20, 2025-03-01 500 until null"
    })
    void what_renews_itself_is_renewed_when_due_unless_notice_was_given_by_then(
            String signed, String outcome, String renewed) {
        var contracts =
                """
                id | account_id | start_date | end_date   | arr | ccy | signed_on  | auto_renew | renewed_from_contract_id | outcome | decided_on
                c1 | acorn      | 2024-03-01 | 2025-03-01 | 500 | USD | 2024-03-01 | true       |                          | %s
                """
                        .formatted(outcome);
        var successor =
                "c2 | acorn | 2025-04-05 | 2026-04-05 | 700 | USD | %s | false | c1 | pending |\n";
        assertThat(renewed(contracts + (signed.isEmpty() ? "" : successor.formatted(signed)), ""))
                .isEqualTo(renewed);
    }

    /// Two contracts that renew themselves, one of them decided lost in time.
    @ParameterizedTest(name = "with the request to cancel {0}: {1}")
    @CsvSource({
        "'',                                                  2025-03-01 500 until null",
        "e1 | csv | s | cancel_requested | 2025-02-20, ''"
    })
    void a_lost_contract_is_no_notice_for_another_but_a_request_to_cancel_is(
            String request, String renewed) {
        var contracts =
                """
                id | account_id | start_date | end_date   | arr | ccy | signed_on  | auto_renew | renewed_from_contract_id | outcome | decided_on
                c1 | acorn      | 2024-03-01 | 2025-03-01 | 500 | USD | 2024-03-01 | true       |                          | pending |
                c2 | acorn      | 2024-03-01 | 2025-03-01 | 900 | USD | 2024-03-01 | true       |                          | lost    | 2025-02-01
                """;
        assertThat(renewed(contracts, request)).isEqualTo(renewed);
    }

    @Test
    void a_merger_hands_revenue_over_and_nothing_is_churned_or_won() {
        var rows =
                """
                s1 | csv | acorn  | s | 500 | 500 | 0 | 0 | USD | recurring | active | 2024-03-01 | 2025-03-01 |          | transfer
                s2 | csv | branch | s | 500 | 500 | 0 | 0 | USD | recurring | active | 2025-03-01 |            | transfer |
                """;
        try (var facts = facts(Map.of(), rows, Map.of())) {
            assertThat(moves(facts))
                    .containsExactly(
                            "2024-03-01 new 500",
                            "2025-03-01 transfer -500 transfer",
                            "2025-03-01 transfer 500 transfer");
        }
    }

    /// What opened the day is what leaves on it.
    @Test
    void a_downgrade_and_a_cancellation_on_one_day_are_one_churn() {
        var rows =
                """
                s1 | csv | acorn | s | 500 | 500 | 0 | 0 | USD | recurring | active | 2024-03-01 | 2025-03-10 |  |
                s2 | csv | acorn | s | 200 | 200 | 0 | 0 | USD | recurring | active | 2025-03-10 | 2025-03-10 |  |
                """;
        try (var facts = facts(Map.of(), rows, Map.of())) {
            assertThat(moves(facts)).containsExactly("2024-03-01 new 500", "2025-03-10 churn 500");
        }
    }

    @Test
    void committed_is_what_begins_and_not_what_has_given_notice() {
        var rows =
                """
                s1 | csv | acorn    | s | 500 | 500 | 0 | 0 | USD | recurring | active | 2024-03-01 | 2025-05-01 |  |
                s2 | csv | acorn    | t | 800 | 800 | 0 | 0 | USD | recurring | active | 2025-05-01 |            |  |
                s3 | csv | cobalt   | u | 300 | 300 | 0 | 0 | USD | recurring | active | 2024-03-01 |            |  |
                s4 | csv | dovetail | v | 70  | 70  | 0 | 0 | USD | recurring | active | 2024-03-01 | 2025-06-01 |  |
                """;
        var records =
                Map.of(
                        "customer.subscription_event",
                        """
                        id | source_system | subscription_id | type             | effective_date
                        e1 | csv           | u               | cancel_requested | 2025-03-10
                        """,
                        "customer.contract",
                        """
                        id | account_id | start_date | end_date   | arr  | ccy | signed_on  | outcome
                        c1 | ember      | 2025-04-15 | 2026-04-15 | 1200 | USD | 2025-03-20 | pending
                        """);
        try (var facts = facts(records, rows, Map.of())) {
            assertThat(commitments(facts, LocalDate.of(2025, 3, 31)))
                    .containsExactly("acorn signed 300", "cobalt lost -300", "ember signed 100");
        }
    }

    private static List<String> commitments(Facts facts, LocalDate on) {
        facts.need(List.of("fact.commitment"));
        var day = on.toEpochDay();
        return facts.query(
                """
                select account_id || ' ' || kind || ' ' || cast(sum(amount) as integer)
                from fact.commitment
                where start_day <= %d and end_day > %d
                group by account_id, kind
                order by account_id, kind
                """
                        .formatted(day, day),
                (row, _) -> row.getString(1));
    }

    private static Facts facts(
            Map<String, String> records, String segments, Map<String, String> settings) {
        var given = new LinkedHashMap<>(EMPTY);
        given.putAll(records);
        given.put("customer.subscription_segment", COLUMNS + segments);
        given.put(
                "customer.account",
                """
                id       | source_system | source_id | name
                acorn    | csv           | A         | Acorn
                branch   | csv           | B         | Branch
                cobalt   | csv           | C         | Cobalt
                dovetail | csv           | D         | Dovetail
                ember    | csv           | E         | Ember
                """);
        SortedSet<LocalDate> days = new TreeSet<>(List.of(LocalDate.of(2025, 3, 31)));
        return GivenFacts.open(
                List.of(),
                days,
                given,
                Conventions.DEFAULT.under(new Settings(0, new TreeMap<>(settings))));
    }

    /// What was renewed, as "day amount until day", separated by semicolons.
    private static String renewed(String contracts, String request) {
        var records =
                Map.of(
                        "customer.contract",
                        contracts,
                        "customer.subscription_event",
                        "id | source_system | subscription_id | type | effective_date\n" + request);
        var rows =
                "s1 | csv | acorn | s | 500 | 500 | 0 | 0 | USD | recurring | active | 2024-03-01 |"
                        + "  |  |\n";
        try (var facts = facts(records, rows, Map.of())) {
            facts.need(List.of("fact.renewed"));
            return String.join(
                    "; ",
                    facts.query(
                            "select known_day, cast(arr as integer), void_day from fact.renewed"
                                    + " order by known_day",
                            (row, _) ->
                                    LocalDate.ofEpochDay(row.getInt(1))
                                            + " "
                                            + row.getInt(2)
                                            + " until "
                                            + (row.getObject(3) == null
                                                    ? "null"
                                                    : LocalDate.ofEpochDay(row.getInt(3)))));
        }
    }

    /// What is left in the end, as "day kind amount reason".
    private static List<String> moves(Facts facts) {
        facts.need(List.of("fact.mrr_move"));
        return facts.query(
                """
                select day_number, kind, cast(amount as integer), coalesce(' ' || reason, '')
                from fact.mrr_move
                where void_day is null
                order by day_number, kind, amount
                """,
                (row, _) ->
                        LocalDate.ofEpochDay(row.getInt(1))
                                + " "
                                + row.getString(2)
                                + " "
                                + row.getInt(3)
                                + row.getString(4));
    }
}
