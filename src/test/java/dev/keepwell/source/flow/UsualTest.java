package dev.keepwell.source.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is usual on a day is told by other such days.
class UsualTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 17);
    private static final LocalDate EVER = DAY.minusYears(1);

    @Test
    void the_same_weekday_tells_what_is_usual() {
        var rows = new TreeMap<LocalDate, Long>();
        for (int week = 1; week <= 8; week++) {
            rows.put(DAY.minusWeeks(week), 100L * week);
            rows.put(DAY.minusWeeks(week).minusDays(1), 9_999L);
        }

        assertThat(Usual.of(rows, EVER, DAY)).contains(new Usual(275, 450, 625));
    }

    @Test
    void a_young_source_is_told_by_its_last_days_and_a_newborn_by_nothing() {
        var rows = Map.of(DAY.minusDays(1), 10L, DAY.minusDays(3), 20L, DAY.minusDays(4), 20L);

        assertThat(Usual.of(rows, DAY.minusDays(4), DAY)).contains(new Usual(8, 15, 20));
        assertThat(Usual.of(rows, DAY.minusDays(3), DAY)).isEmpty();
    }

    @Test
    void the_day_itself_does_not_tell_what_is_usual_on_it() {
        var rows = Map.of(DAY, 1_000_000L);

        assertThat(Usual.of(rows, EVER, DAY)).contains(new Usual(0, 0, 0));
    }

    @Test
    void more_or_less_than_usual_is_beyond_the_quartiles_and_far_from_the_median() {
        var usual = new Usual(90, 100, 110);

        assertThat(usual.isOver(150)).isFalse();
        assertThat(usual.isOver(151)).isTrue();
        assertThat(usual.isUnder(50)).isFalse();
        assertThat(usual.isUnder(49)).isTrue();
        assertThat(new Usual(100, 100, 100).isOver(101)).isFalse();
    }
}
