package dev.keepwell.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/// The days of the sample company, counted backwards: 0 is today, 30 is thirty days ago, and what
/// is still to come is below zero.
record Calendar(LocalDate today, ZoneId zone) {

    /// As far back as the stories go.
    static final int DAYS_TOLD = 730;

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(1, 6),
                    MonthDay.of(5, 1),
                    MonthDay.of(8, 15),
                    MonthDay.of(10, 12),
                    MonthDay.of(11, 1),
                    MonthDay.of(12, 8),
                    MonthDay.of(12, 25),
                    MonthDay.of(12, 26));

    LocalDate day(int ago) {
        return today.minusDays(ago);
    }

    /// The instant of a local time during office hours, which every day of every zone has.
    String at(int ago, int hour, int minute) {
        return day(ago).atTime(hour, minute).atZone(zone).toInstant().toString();
    }

    boolean isWorkday(int ago) {
        var day = day(ago);
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /// How much of its usual work a day sees: little at weekends and around the turn of the year,
    /// less than usual in August.
    double bustle(int ago) {
        if (!isWorkday(ago)) {
            return 0.07;
        }
        var day = day(ago);
        if (day.getMonth() == Month.AUGUST) {
            return 0.82;
        }
        boolean isTurnOfTheYear =
                MonthDay.from(day).isAfter(MonthDay.of(12, 22))
                        || MonthDay.from(day).isBefore(MonthDay.of(1, 3));
        return isTurnOfTheYear ? 0.45 : 1;
    }
}
