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

/// The shared financial fixture F1: one March in which twelve accounts do everything that accounts
/// do to recurring revenue. From the records through facts and metrics to the printed numbers.
class F1Test {

    private static final LocalDate OPENING = LocalDate.of(2025, 2, 28);
    private static final LocalDate CLOSING = LocalDate.of(2025, 3, 31);

    private static final String ACCOUNTS =
            """
            id  | source_system | source_id | name
            a1  | csv           | A1        | annual plan
            a2  | csv           | A2        | upgrade under a new subscription id
            a3  | csv           | A3        | downgrade
            a4  | csv           | A4        | churn
            a5  | csv           | A5        | new
            a6  | csv           | A6        | reactivation
            a7  | csv           | A7        | trial that converts
            a8  | csv           | A8        | one of two subscriptions ends
            a9  | csv           | A9        | joins and leaves
            a10 | csv           | A10       | renews three days late
            a11 | csv           | A11       | pays in euros
            a12 | csv           | A12       | pauses
            """;

    private static final String SEGMENTS =
            """
            id  | account_id | subscription_id | monthly_amount | ccy | kind      | state  | start_date | end_date
            g1  | a1         | s1              | 1000           | USD | recurring | active | 2024-06-01 |
            g2  | a2         | s2              | 500            | USD | recurring | active | 2024-01-01 | 2025-03-12
            g3  | a2         | s2b             | 800            | USD | recurring | active | 2025-03-12 |
            g4  | a3         | s3              | 700            | USD | recurring | active | 2024-01-01 | 2025-03-20
            g5  | a3         | s3              | 400            | USD | recurring | active | 2025-03-20 |
            g6  | a4         | s4              | 600            | USD | recurring | active | 2024-01-01 | 2025-03-16
            g7  | a5         | s5              | 900            | USD | recurring | active | 2025-03-05 |
            g8  | a6         | s6              | 400            | USD | recurring | active | 2024-06-10 | 2024-12-10
            g9  | a6         | s6b             | 250            | USD | recurring | active | 2025-03-18 |
            g10 | a7         | s7              | 300            | USD | trial     | active | 2025-03-10 | 2025-03-24
            g11 | a7         | s7              | 300            | USD | recurring | active | 2025-03-24 |
            g12 | a8         | s8              | 200            | USD | recurring | active | 2024-01-01 |
            g13 | a8         | s8b             | 100            | USD | recurring | active | 2024-01-01 | 2025-03-08
            g14 | a9         | s9              | 400            | USD | recurring | active | 2025-03-03 | 2025-03-25
            g15 | a10        | s10             | 500            | USD | recurring | active | 2024-01-01 | 2025-03-01
            g16 | a10        | s10b            | 500            | USD | recurring | active | 2025-03-04 |
            g17 | a11        | s11             | 1000           | EUR | recurring | active | 2024-11-01 |
            g18 | a12        | s12             | 350            | USD | recurring | active | 2024-01-01 | 2025-03-15
            g19 | a12        | s12             | 350            | USD | recurring | paused | 2025-03-15 |
            """;

    private static final String RATES =
            """
            ccy | rate_date  | rate_to_reporting
            EUR | 2025-02-28 | 1.08
            EUR | 2025-03-31 | 1.10
            """;

    private static final Map<String, String> RECORDS =
            Map.of(
                    "customer.account", ACCOUNTS,
                    "customer.subscription_segment", SEGMENTS,
                    "customer.fx_rate", RATES,
                    "customer.contract", "id | account_id | start_date | end_date\n",
                    "customer.invoice", "id | account_id | issued_on\n",
                    "customer.invoice_payment", "id | invoice_id | paid_on\n",
                    "customer.credit_note", "id | invoice_id | issued_on\n");

    private static Facts facts;

    private final Catalogue catalogue = Catalogue.packaged();

    @BeforeAll
    static void open() {
        facts =
                GivenFacts.open(
                        List.of(new Feed("subscription_segment", LocalDate.of(2025, 4, 30))),
                        new TreeSet<>(List.of(OPENING, CLOSING)),
                        RECORDS);
    }

    @AfterAll
    static void close() {
        facts.close();
    }

    /// Wrong answers that this catches: a gap of three days as churn 500 and reactivation 500
    /// (A10), a plan swap as churn 500 and new 800 (A2), a pause as churn (A12), rates inside
    /// expansion (A11).
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "new, 1600",
        "reactivation, 250",
        "expansion, 300",
        "contraction, 750",
        "churn, 1000",
        "transfer, 0",
        "fx, 20"
    })
    void every_movement_has_its_one_line(String component, double expected) {
        assertThat(value("mrr_movement", component)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void the_movements_lead_from_the_opening_to_the_closing() {
        var opening = ask("mrr", "", null, OPENING).value().orElseThrow();
        var closing = ask("mrr", "", null, CLOSING).value().orElseThrow();

        assertThat(opening).isEqualByComparingTo("5030");
        assertThat(closing).isEqualByComparingTo("5450");
        assertThat(5030 + 1600 + 250 + 300 - 750 - 1000 + 20).isEqualTo(5450);
    }

    /// Gross churn 0.347913 would count A9, who joined and left within the month.
    @Test
    void gross_retention_keeps_to_the_opening_cohort() {
        assertThat(value("gross_revenue_retention", "")).isCloseTo(3680d / 5030, within(1e-9));
    }

    /// 0.795229 would let the euro's rise pass for growth; 0.84 would count the returned A6.
    @Test
    void net_retention_is_at_the_rate_of_the_opening() {
        assertThat(value("net_revenue_retention", "")).isCloseTo(3980d / 5030, within(1e-9));
    }

    /// 2/9 would count A9 on both sides, 2/8 would count the pause of A12 as a loss.
    @Test
    void one_customer_of_eight_left() {
        var churn = march("customer_churn_rate", "");

        assertThat(churn.status()).isEqualTo(Status.INSUFFICIENT_SAMPLE);
        assertThat(churn.value().orElseThrow()).isEqualByComparingTo("0.125");
        assertThat(churn.interval().low()).isCloseTo(0.022417, within(1e-6));
        assertThat(churn.interval().high()).isCloseTo(0.470888, within(1e-6));
    }

    @Test
    void the_quick_ratio_comes_with_and_without_reactivation() {
        assertThat(value("quick_ratio", "")).isCloseTo(2150d / 1750, within(1e-9));
        assertThat(value("quick_ratio", "without_reactivation"))
                .isCloseTo(1900d / 1750, within(1e-9));
    }

    @Test
    void nine_accounts_pay_605_55_on_average() {
        var arpa = ask("arpa", "", null, CLOSING);

        assertThat(arpa.value().orElseThrow().doubleValue()).isCloseTo(5450d / 9, within(1e-9));
        assertThat(ask("arr", "", null, CLOSING).value().orElseThrow())
                .isEqualByComparingTo("65400");
    }

    @Test
    void before_the_return_is_known_the_late_renewal_looks_like_a_loss() {
        var metric = catalogue.named("mrr");
        var inTheGap = LocalDate.of(2025, 2, 28).plusDays(2);
        try (var then = GivenFacts.open(facts.feeds(), new TreeSet<>(List.of(inTheGap)), RECORDS)) {
            var live = Span.trailing(inTheGap, 1, inTheGap);
            var restated = Span.trailing(inTheGap, 1, CLOSING);

            assertThat(a10(then, metric, live)).isEqualByComparingTo("0");
            assertThat(a10(then, metric, restated)).isEqualByComparingTo("500");
        }
    }

    private static java.math.BigDecimal a10(Facts facts, Metric metric, Span span) {
        return new Evaluation(facts)
                .of(metric, Grain.ACCOUNT, List.of(span)).stream()
                        .filter(it -> it.entity().equals("a10"))
                        .findFirst()
                        .flatMap(Reading::value)
                        .orElseThrow();
    }

    private double value(String metric, String component) {
        return march(metric, component).value().orElseThrow().doubleValue();
    }

    private Reading march(String metric, String component) {
        return ask(metric, component, "2025-03", CLOSING);
    }

    private Reading ask(String name, String component, String period, LocalDate asOf) {
        var metric = catalogue.named(name);
        var known = LocalDate.of(2025, 4, 30);
        var span =
                new Question(metric, Grain.COMPANY, asOf, period, known, Conventions.DEFAULT)
                        .span();
        return new Evaluation(facts)
                .of(metric, Grain.COMPANY, List.of(span)).stream()
                        .filter(it -> it.component().equals(component))
                        .findFirst()
                        .orElseThrow();
    }
}
