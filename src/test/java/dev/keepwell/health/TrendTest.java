package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.health.Trend.Span;
import dev.keepwell.health.Trend.Way;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The oracle of the trends, and their borders.
class TrendTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 31);

    @Test
    void a_week_of_falling_scores_goes_down_by_six_at_a_slope() {
        var trend = Trend.of(Span.WEEK, DAY, days(72, 71, 71, 70, 68, 69, 67, 66));

        assertThat(trend.change()).isEqualTo(-6);
        assertThat(trend.way()).isEqualTo(Way.DOWN);
        assertThat(trend.since()).isEqualTo(DAY.minusDays(7));
        assertThat(trend.slope()).isCloseTo(-0.833333, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK, 3, UP",
        "WEEK, 2.9, FLAT",
        "WEEK, -3, DOWN",
        "MONTH, 5, UP",
        "MONTH, -4.9, FLAT",
        "QUARTER, 7.9, FLAT",
        "QUARTER, -8, DOWN"
    })
    void an_arrow_needs_so_many_points(Span span, double change, Way way) {
        var scores = new TreeMap<LocalDate, Double>();
        scores.put(DAY, 60.1 + change);
        scores.put(DAY.minusDays(span.days()), 60.1);

        assertThat(Trend.of(span, DAY, scores).way()).isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource({"0, 7", "1, 8", "3, 10", "4,"})
    void a_day_that_is_missing_is_stood_in_for_by_one_of_the_three_before(
            int missing, Integer since) {
        var scores = days(70);
        scores.put(DAY.minusDays(7L + missing), 64.0);
        scores.put(DAY.minusDays(6), 90.0);

        var trend = Trend.of(Span.WEEK, DAY, scores);

        assertThat(trend.since()).isEqualTo(since == null ? null : DAY.minusDays(since));
        assertThat(trend.change()).isEqualTo(since == null ? null : 6.0);
    }

    @Test
    void a_slope_needs_most_days() {
        var scores = days(72, 71, 71, 70, 68, 69, 67, 66);
        scores.keySet()
                .removeIf(it -> it.isAfter(DAY.minusDays(6)) && it.isBefore(DAY.minusDays(2)));
        assertThat(Trend.of(Span.WEEK, DAY, scores).slope()).isNotNull();

        scores.remove(DAY.minusDays(1));

        assertThat(Trend.of(Span.WEEK, DAY, scores).slope()).isNull();
        assertThat(Trend.of(Span.WEEK, DAY, scores).change()).isEqualTo(-6);
    }

    @Test
    void an_account_without_a_score_today_goes_nowhere() {
        var scores = days(72, 71, 71, 70, 68, 69, 67, 66);
        scores.remove(DAY);

        var trend = Trend.of(Span.WEEK, DAY, scores);

        assertThat(trend).isEqualTo(new Trend(Span.WEEK, null, null, null));
        assertThat(trend.way()).isNull();
    }

    /// Scores of days in a row, the last of which is today.
    private static NavigableMap<LocalDate, Double> days(double... scores) {
        var days = new TreeMap<LocalDate, Double>();
        for (int i = 0; i < scores.length; i++) {
            days.put(DAY.minusDays(scores.length - 1L - i), scores[i]);
        }
        return days;
    }
}
