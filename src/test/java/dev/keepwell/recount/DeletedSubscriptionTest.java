package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.Period;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Span;
import dev.keepwell.warehouse.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Sources delete subscriptions whose customers have left, and the loss must not go with them.
class DeletedSubscriptionTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final Span MARCH =
            new Span(
                    new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1)),
                    LocalDate.of(2025, 3, 31),
                    TODAY,
                    false);

    @Test
    void a_subscription_that_its_source_deletes_is_churn_and_keeps_its_history() {
        var workspace = new ImportedWorkspace("Europe/Berlin", "USD");
        workspace.bring(
                TODAY,
                Map.of(
                        "account.csv",
                        "account_id,name\nA1,Acorn\nA2,Birch\n",
                        "subscription_segment.csv",
                        prices("")));
        workspace.bring(TODAY, Map.of("subscription_segment.csv", prices("2025-03-15T23:30:00Z")));

        try (var facts = workspace.open(List.of(MARCH))) {
            assertThat(value(facts, "mrr_movement", "churn")).isEqualByComparingTo("100");
            assertThat(value(facts, "customer_churn_rate", "")).isEqualByComparingTo("0.5");
            assertThat(value(facts, "gross_revenue_retention", "")).isEqualByComparingTo("0.75");
        }
    }

    private static String prices(String deleted) {
        return """
        segment_id,subscription_id,account_id,unit_price,ccy,start_date,deleted_at
        s1,sub1,A1,100,USD,2024-01-01,%s
        s2,sub2,A2,300,USD,2024-01-01,
        """
                .formatted(deleted);
    }

    private static BigDecimal value(Facts facts, String metric, String component) {
        var asked = Catalogue.packaged().named(metric);
        return new Evaluation(facts)
                .of(asked, Grain.COMPANY, List.of(MARCH)).stream()
                        .filter(it -> it.component().equals(component))
                        .findFirst()
                        .flatMap(it -> it.value())
                        .orElseThrow();
    }
}
