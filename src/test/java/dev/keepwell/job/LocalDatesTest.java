package dev.keepwell.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Every local date comes due once, whatever clocks and zones do.
class LocalDatesTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2028, 1, 1);
    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    private static final List<LocalTime> TIMES =
            List.of(LocalTime.MIDNIGHT, LocalTime.of(0, 30), LocalTime.of(2, 30));

    /// A server as it looks for what is due: at odd moments, under a clock that people set.
    private static final class Looking {

        private final SplittableRandom dice;
        private Instant now;
        private Instant latest;
        private LocalDate last;
        private int done;

        Looking(long seed, LocalDates dates) {
            dice = new SplittableRandom(seed);
            now = dates.due(FROM);
            latest = now;
            last = dates.last(now);
        }

        void until(LocalDate end, LocalDates dates) {
            while (last.isBefore(end)) {
                step();
                look(dates);
            }
        }

        void step() {
            var step =
                    switch (dice.nextInt(20)) {
                        case 0 -> Duration.ofHours(1);
                        case 1 -> Duration.ofHours(-1);
                        case 2 -> Duration.ofDays(1);
                        case 3 -> Duration.ofDays(-1);
                        case 4 -> Duration.ofHours(dice.nextLong(200));
                        default -> Duration.ofSeconds(dice.nextLong(20_000));
                    };
            now = now.plus(step);
            latest = now.isAfter(latest) ? now : latest;
        }

        void look(LocalDates dates) {
            for (var next = dates.after(last, now);
                    next.isPresent();
                    next = dates.after(last, now)) {
                assertThat(next).hasValue(last.plusDays(1));
                assertThat(dates.due(next.get())).isBeforeOrEqualTo(now);
                last = next.get();
                done++;
            }
        }
    }

    @Test
    void in_every_zone_each_date_of_two_years_is_done_once_and_in_time() {
        for (var zone : ZONES) {
            var dates = new LocalDates(zone, LocalTime.of(0, 30));
            var looking = new Looking(zone.getId().hashCode(), dates);
            var first = looking.last;

            looking.until(UNTIL, dates);

            assertThat(looking.done).as("%s", zone).isEqualTo(days(first, looking.last));
            assertThat(looking.last).as("%s", zone).isEqualTo(dates.last(looking.latest));
        }
    }

    @Test
    void a_workspace_that_moves_from_zone_to_zone_has_each_date_once() {
        var at = LocalTime.of(0, 30);
        for (int seed = 0; seed < 100; seed++) {
            var dates = new LocalDates(ZoneId.of("UTC"), at);
            var looking = new Looking(seed, dates);
            var first = looking.last;

            while (looking.last.isBefore(UNTIL)) {
                if (looking.dice.nextInt(5) == 0) {
                    dates = new LocalDates(ZONES.get(looking.dice.nextInt(ZONES.size())), at);
                }
                looking.step();
                looking.look(dates);
            }

            assertThat(looking.done).isEqualTo(days(first, looking.last));
        }
    }

    @Test
    void a_date_is_due_at_the_first_moment_at_which_its_clocks_show_the_time() {
        for (var zone : ZONES) {
            for (var at : TIMES) {
                checkDue(new LocalDates(zone, at), FROM, UNTIL);
            }
        }
    }

    @Test
    void dates_that_a_zone_left_out_come_due_with_the_next() {
        var apia = new LocalDates(ZoneId.of("Pacific/Apia"), LocalTime.of(0, 30));

        checkDue(apia, LocalDate.of(2011, 12, 1), LocalDate.of(2012, 1, 31));

        assertThat(apia.due(LocalDate.of(2011, 12, 30)))
                .isEqualTo(Instant.parse("2011-12-30T10:00:00Z"));
        assertThat(apia.due(LocalDate.of(2011, 12, 31)))
                .isEqualTo(Instant.parse("2011-12-30T10:30:00Z"));
        assertThat(apia.last(Instant.parse("2011-12-30T10:10:00Z"))).isEqualTo("2011-12-30");
        assertThat(apia.last(Instant.parse("2011-12-30T09:50:00Z"))).isEqualTo("2011-12-29");
    }

    @Test
    void a_time_that_is_leapt_over_is_due_after_the_leap_and_one_shown_twice_the_first_time() {
        var berlin = new LocalDates(ZoneId.of("Europe/Berlin"), LocalTime.of(2, 30));

        assertThat(berlin.due(LocalDate.of(2026, 3, 29)))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(berlin.due(LocalDate.of(2026, 10, 25)))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    private static void checkDue(LocalDates dates, LocalDate from, LocalDate until) {
        for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
            var due = dates.due(day);
            var time = day.atTime(dates.at());
            var shown = LocalDateTime.ofInstant(due, dates.zone());
            var shownBefore = LocalDateTime.ofInstant(due.minusNanos(1), dates.zone());
            if (shown.isBefore(time) || !shownBefore.isBefore(time)) {
                assertThat(due).as("%s of %s", day, dates).isNull();
            }
        }
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) (to.toEpochDay() - from.toEpochDay());
    }
}
