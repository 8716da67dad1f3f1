package dev.keepwell.source.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.flow.Rhythm.Decided;
import dev.keepwell.source.flow.Rhythm.Learned;
import dev.keepwell.source.flow.Rhythm.Unknown;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often something comes is learned from when it came.
class RhythmTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    @Test
    void two_days_make_no_rhythm() {
        assertThat(Rhythm.learned(days())).isEqualTo(new Unknown());
        assertThat(Rhythm.learned(days(0))).isEqualTo(new Unknown());
        assertThat(Rhythm.learned(days(0, 7))).isEqualTo(new Unknown());
        assertThat(Rhythm.learned(days(0, 7, 14))).isEqualTo(new Learned(7, 7));
    }

    @Test
    void whoever_works_on_weekdays_is_not_late_on_sunday() {
        var weekdays =
                MONDAY.datesUntil(MONDAY.plusDays(60))
                        .filter(it -> it.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Rhythm.learned(weekdays)).isEqualTo(new Learned(1, 3));
    }

    @Test
    void one_long_gap_among_many_does_not_make_patient() {
        assertThat(Rhythm.learned(days(0, 1, 2, 3, 4, 5, 6, 7, 8, 28, 29)))
                .isEqualTo(new Learned(1, 1));
    }

    @Test
    void what_was_longer_ago_than_sixty_days_before_the_last_teaches_nothing() {
        assertThat(Rhythm.learned(days(0, 1, 2, 3, 100, 107, 114))).isEqualTo(new Learned(7, 7));
    }

    @ParameterizedTest
    @CsvSource({"0, ON_TIME", "3, ON_TIME", "4, LATE", "9, LATE", "10, SILENT"})
    void silence_three_times_as_long_as_usual_is_no_delay_any_more(int days, Standing standing) {
        var last = MONDAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        var today = MONDAY.plusDays(days);
        var now = today.atTime(23, 0).toInstant(ZoneOffset.UTC);

        assertThat(new Learned(1, 3).standing(last, MONDAY, now, today)).isEqualTo(standing);
        assertThat(new Unknown().standing(last, MONDAY, now, today)).isEqualTo(Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"PT11H59M, ON_TIME", "PT12H1M, LATE", "PT36H1M, SILENT"})
    void what_somebody_decided_counts_by_the_hour(Duration silence, Standing standing) {
        var now = Instant.parse("2026-06-01T12:00:00Z");

        assertThat(
                        new Decided(Duration.ofHours(12))
                                .standing(now.minus(silence), MONDAY, now, MONDAY))
                .isEqualTo(standing);
    }

    private static SortedSet<LocalDate> days(Integer... after) {
        return Arrays.stream(after)
                .map(MONDAY::plusDays)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
