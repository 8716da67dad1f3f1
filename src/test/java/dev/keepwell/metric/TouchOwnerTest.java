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

/// An account changes hands in the middle of the month, and its touches do not move with it.
class TouchOwnerTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 5, 31);

    private static final Map<String, String> GIVEN =
            Map.of(
                    "fact.account",
                    """
                    account_id | counts_as_logo
                    acorn      | true
                    """,
                    "fact.ownership",
                    """
                    account_id | csm_id | start_day  | end_day
                    acorn      | ann    | 2024-01-01 | 2025-05-20
                    acorn      | bob    | 2025-05-20 |
                    """,
                    "fact.touch",
                    """
                    account_id | channel | day_number
                    acorn      | email   | 2025-05-18
                    acorn      | phone   | 2025-05-19
                    acorn      | phone   | 2025-05-20
                    """);

    @Test
    void a_touch_belongs_to_whoever_looked_after_the_account_on_its_day() {
        var metric = Catalogue.packaged().named("touch_count");
        var feeds = List.of(new Feed("touch", TODAY));
        try (var facts = GivenFacts.open(feeds, new TreeSet<>(List.of(TODAY)), GIVEN)) {
            var touches = new TreeMap<String, BigDecimal>();
            var spans = List.of(Span.trailing(TODAY, 30, TODAY));
            for (var reading : new Evaluation(facts).of(metric, Grain.CSM, spans)) {
                var line = reading.entity() + "/" + reading.component();
                reading.value().ifPresent(value -> touches.put(line, value));
            }
            assertThat(touches)
                    .containsEntry("ann/", new BigDecimal("2"))
                    .containsEntry("ann/phone", new BigDecimal("1"))
                    .containsEntry("bob/", new BigDecimal("1"))
                    .containsEntry("bob/phone", new BigDecimal("1"))
                    .containsEntry("bob/email", new BigDecimal("0"));
        }
    }
}
