package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The shared renewal fixture F2: a quarter of contracts that are renewed early, late, for more,
/// for less and not at all, from the records to the printed numbers.
class F2Test {

    private static final LocalDate OPENING = LocalDate.of(2024, 12, 31);
    private static final LocalDate CLOSING = LocalDate.of(2025, 3, 31);
    private static final LocalDate FINAL = LocalDate.of(2025, 4, 30);

    private static final String ACCOUNTS =
            """
            id | source_system | source_id | name
            a1 | csv           | A1        | renews as it was
            a2 | csv           | A2        | renews for more
            a3 | csv           | A3        | renews for less
            a4 | csv           | A4        | leaves
            a5 | csv           | A5        | signs a quarter early
            a6 | csv           | A6        | signs 13 days late
            a7 | csv           | A7        | is not due for years
            a8 | csv           | A8        | is due in the next quarter and signs in this one
            """;

    private static final String CONTRACTS =
            """
            id  | account_id | start_date | end_date   | arr    | ccy | renewed_from_contract_id | signed_on  | outcome | decided_on
            c1  | a1         | 2024-01-31 | 2025-01-31 | 120000 | USD |                          |            | renewed |
            d1  | a1         | 2025-01-31 | 2026-01-31 | 120000 | USD | c1                       | 2025-01-20 | pending |
            c2  | a2         | 2024-02-15 | 2025-02-15 | 60000  | USD |                          |            | renewed |
            d2  | a2         | 2025-02-15 | 2026-02-15 | 75000  | USD | c2                       | 2025-02-15 | pending |
            c3  | a3         | 2024-02-28 | 2025-02-28 | 40000  | USD |                          |            | pending |
            d3  | a3         | 2025-02-28 | 2026-02-28 | 30000  | USD | c3                       | 2025-03-10 | pending |
            c4  | a4         | 2024-03-10 | 2025-03-10 | 50000  | USD |                          |            | lost    | 2025-03-05
            c5  | a5         | 2024-03-20 | 2025-03-20 | 30000  | USD |                          |            | pending |
            d5  | a5         | 2025-03-20 | 2026-03-20 | 33000  | USD | c5                       | 2024-12-15 | pending |
            c6  | a6         | 2024-03-28 | 2025-03-28 | 20000  | USD |                          |            | pending |
            d6  | a6         | 2025-03-28 | 2026-03-28 | 20000  | USD | c6                       | 2025-04-10 | pending |
            c7  | a7         | 2024-01-01 | 2027-01-01 | 900000 | USD |                          |            | pending |
            c8  | a8         | 2024-04-02 | 2025-04-02 | 70000  | USD |                          |            | pending |
            d8  | a8         | 2025-04-02 | 2026-04-02 | 70000  | USD | c8                       | 2025-03-12 | pending |
            """;

    /// On the last day of the quarter the first manager hands everything to the second, which moves
    /// no renewal that was due before.
    private static final String OWNERS =
            """
            account_id | role | csm_id | valid_from | valid_to
            a1         | csm  | m1     | 2024-01-01 | 2025-03-31
            a1         | csm  | m2     | 2025-03-31 |
            a2         | csm  | m2     | 2024-01-01 |
            a3         | csm  | m1     | 2024-01-01 | 2025-03-31
            a3         | csm  | m2     | 2025-03-31 |
            a4         | csm  | m1     | 2024-01-01 | 2025-03-31
            a4         | csm  | m2     | 2025-03-31 |
            a5         | csm  | m2     | 2024-01-01 |
            a6         | csm  | m2     | 2024-01-01 |
            """;

    private static final String QUOTAS =
            """
            id | csm_id | quarter | renewal_arr | ccy
            q1 | m1     | 2025-Q1 | 200000      | USD
            q2 | m2     | 2025-Q1 | 128000      | USD
            q3 | m1     | 2025-Q2 | 999000      | USD
            """;

    private static Facts facts;

    private final Catalogue catalogue = Catalogue.packaged();

    @BeforeAll
    static void open() {
        facts =
                GivenFacts.open(
                        List.of(new Feed("contract", FINAL), new Feed("quota", FINAL)),
                        new TreeSet<>(List.of(OPENING, CLOSING)),
                        Map.of(
                                "customer.account", ACCOUNTS,
                                "customer.contract", CONTRACTS,
                                "customer.csm_assignment", OWNERS,
                                "customer.quota", QUOTAS,
                                "customer.team_member",
                                        """
                                        team_id | csm_id | valid_from
                                        t1      | m1     | 2024-01-01
                                        t1      | m2     | 2024-01-01
                                        """,
                                "customer.fx_rate", "ccy | rate_date | rate_to_reporting\n",
                                "fact.notice", "account_id | start_day | end_day\n"));
    }

    @AfterAll
    static void close() {
        facts.close();
    }

    @ParameterizedTest(name = "{0} is {1} in the end")
    @CsvSource({
        "gross_renewal_rate, 0.8125",
        "net_renewal_rate, 0.86875",
        "logo_renewal_rate, 0.8333333333333333",
        "quarterly_gross_renewal_rate, 0.8125"
    })
    void when_the_grace_is_over_all_is_decided(String metric, double expected) {
        var reading = ask(metric, Grain.COMPANY, "company", "", FINAL);

        assertThat(reading.status()).isEqualTo(Status.OK);
        assertThat(reading.value().orElseThrow().doubleValue()).isCloseTo(expected, within(1e-9));
    }

    /// On the last day of the quarter A6 has not signed yet.
    @ParameterizedTest(name = "{0} {1} is {2} at the close")
    @CsvSource({
        "gross_renewal_rate, '', 0.75",
        "gross_renewal_rate, strict, 0.75",
        "net_renewal_rate, '', 0.80625",
        "gross_renewal_rate, resolved_only, 0.80"
    })
    void before_the_grace_is_over_the_undecided_count_as_lost(
            String metric, String component, double expected) {
        var reading = ask(metric, Grain.COMPANY, "company", component, CLOSING);

        assertThat(reading.value().orElseThrow().doubleValue()).isCloseTo(expected, within(1e-9));
        assertThat(reading.status()).isEqualTo(Status.PROVISIONAL);
    }

    /// The mean of the two would be 0.857143.
    @Test
    void a_renewal_is_the_managers_of_the_day_it_was_due() {
        var first = ask("quarterly_gross_renewal_rate", Grain.CSM, "m1", "", FINAL);
        var second = ask("quarterly_gross_renewal_rate", Grain.CSM, "m2", "", FINAL);
        var team = ask("quarterly_gross_renewal_rate", Grain.TEAM, "t1", "", FINAL);

        assertThat(first.value().orElseThrow().doubleValue()).isCloseTo(150d / 210, within(1e-9));
        assertThat(second.value().orElseThrow()).isEqualByComparingTo("1");
        assertThat(team.value().orElseThrow()).isEqualByComparingTo("0.8125");
        assertThat(first.status()).as("three contracts").isEqualTo(Status.INSUFFICIENT_SAMPLE);
    }

    /// 150 of 200, and 128 of 128: what was renewed counts with its growth.
    @Test
    void a_quota_is_met_by_what_was_due_in_its_quarter() {
        var quota = "renewal_quota_attainment";

        assertThat(ask(quota, Grain.CSM, "m1", "", FINAL).value().orElseThrow())
                .isEqualByComparingTo("0.75");
        assertThat(ask(quota, Grain.CSM, "m2", "", FINAL).value().orElseThrow())
                .isEqualByComparingTo("1");
        assertThat(ask(quota, Grain.TEAM, "t1", "", FINAL).value().orElseThrow().doubleValue())
                .isCloseTo(278d / 328, within(1e-9));
        assertThat(ask(quota, Grain.COMPANY, "company", "", FINAL).value().orElseThrow())
                .usingComparator(
                        (a, b) -> Math.abs(a.doubleValue() - b.doubleValue()) < 1e-9 ? 0 : 1)
                .isEqualTo(java.math.BigDecimal.valueOf(278d / 328));
    }

    private Reading ask(
            String name, Grain grain, String entity, String component, LocalDate known) {
        var metric = catalogue.named(name);
        var span =
                new Question(metric, grain, CLOSING, "2025-Q1", known, Conventions.DEFAULT).span();
        return new Evaluation(facts)
                .of(metric, grain, List.of(span)).stream()
                        .filter(it -> it.entity().equals(entity))
                        .filter(it -> it.component().equals(component))
                        .findFirst()
                        .orElseThrow();
    }
}
