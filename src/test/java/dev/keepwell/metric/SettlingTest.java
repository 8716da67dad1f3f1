package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Events arrive late, so the last three days that a feed has told of may still change.
class SettlingTest {

    private static final LocalDate COMPLETE_UNTIL = LocalDate.of(2025, 3, 31);

    private static final Map<String, String> GIVEN =
            Map.of(
                    "fact.account",
                    """
                    account_id | counts_as_logo
                    acorn      | true
                    """,
                    "fact.usage_day",
                    """
                    account_id | user_id | feature_id | day_number | events
                    acorn      | ann     |            | 2025-03-10 | 1
                    """);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2025-04-01, PROVISIONAL",
        "2025-03-31, PROVISIONAL",
        "2025-03-29, PROVISIONAL",
        "2025-03-28, OK"
    })
    void the_last_days_of_a_feed_may_still_change(LocalDate day, Status status) {
        var metric = Catalogue.packaged().named("mau");
        var feeds = List.of(new Feed("usage_event", COMPLETE_UNTIL));
        try (var facts = GivenFacts.open(feeds, new TreeSet<>(List.of(day)), GIVEN)) {
            var spans = List.of(Span.trailing(day, 30, day));
            assertThat(new Evaluation(facts).of(metric, Grain.ACCOUNT, spans))
                    .extracting(Reading::status)
                    .containsExactly(status);
        }
    }
}
