package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// An account changes hands and segments in the middle of the window, and what it said or asked
/// before does not move with it.
class AnswerOwnerTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 5, 31);

    private static final String OWNERS =
            """
            account_id | csm_id | start_day  | end_day
            acorn      | ann    | 2024-01-01 | 2025-05-20
            acorn      | bob    | 2025-05-20 |
            """;

    private static final String SEGMENTS =
            """
            account_id | segment | start_day  | end_day
            acorn      | small   | 2024-01-01 | 2025-05-20
            acorn      | large   | 2025-05-20 |
            """;

    @Test
    void a_recommendation_belongs_to_whoever_looked_after_the_account_on_its_day() {
        var given =
                Map.of(
                        "fact.ownership",
                        OWNERS,
                        "fact.mrr_day",
                        "account_id | currency | day_number | mrr\n",
                        "fact.fx_day",
                        "currency | day_number | rate\n",
                        "fact.recommendation",
                        """
                        account_id | scale | score | promoter | detractor | answered_day
                        acorn      | 0_10  | 10    | 1        | 0         | 2025-05-19
                        acorn      | 0_10  | 0     | 0        | 1         | 2025-05-20
                        """);

        assertThat(headlines("nps", Grain.CSM, "survey_response", given))
                .isEqualTo(Map.of("ann", new BigDecimal("100"), "bob", new BigDecimal("-100")));
    }

    @Test
    void a_rating_belongs_to_whoever_looked_after_the_account_on_its_day() {
        var given =
                Map.of(
                        "fact.ownership",
                        OWNERS,
                        "fact.rating",
                        """
                        account_id | scale | satisfied | height | answered_day
                        acorn      | 1_5   | 1         | 1      | 2025-05-19
                        acorn      | 1_5   | 0         | 0      | 2025-05-20
                        """);

        assertThat(headlines("csat", Grain.CSM, "survey_response", given))
                .isEqualTo(Map.of("ann", new BigDecimal("100"), "bob", new BigDecimal("0")));
    }

    @Test
    void a_ticket_counts_for_the_segment_of_the_account_when_it_was_created() {
        var given =
                Map.of(
                        "fact.segment_member",
                        SEGMENTS,
                        "fact.account",
                        "account_id | counts_as_logo\n",
                        "fact.touch",
                        "account_id | channel | day_number\n",
                        "fact.account_usage_day",
                        "account_id | day_number | mau\n",
                        "fact.incident_child",
                        "account_id | created_day\n",
                        "fact.ticket",
                        """
                        ticket_id | account_id | created_day
                        t1        | acorn      | 2025-05-18
                        t2        | acorn      | 2025-05-19
                        t3        | acorn      | 2025-05-20
                        """);

        assertThat(headlines("ticket_volume", Grain.SEGMENT, "ticket", given))
                .isEqualTo(Map.of("small", new BigDecimal("2"), "large", new BigDecimal("1")));
    }

    private static Map<String, BigDecimal> headlines(
            String name, Grain grain, String source, Map<String, String> given) {
        var metric = Catalogue.packaged().named(name);
        var feeds = List.of(new Feed(source, TODAY));
        var values = new TreeMap<String, BigDecimal>();
        try (var facts = GivenFacts.open(feeds, new TreeSet<>(List.of(TODAY)), given)) {
            var spans = List.of(Span.trailing(TODAY, 90, TODAY));
            for (var reading : new Evaluation(facts).of(metric, grain, spans)) {
                if (reading.component().isEmpty()) {
                    values.put(reading.entity(), reading.value().orElseThrow());
                }
            }
        }
        return values;
    }
}
