package dev.keepwell.source.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many rows come on such a day: the quartiles of the last eight of the same weekday, or of
/// four weeks where there are not as many. A day on which nothing came counts.
public record Usual(long low, long median, long high) {

    private static final int WEEKS = 8;
    private static final int DAYS = 28;
    private static final int CASES_MIN = 4;

    /// Of the day, from what came on the days before; `first` is when anything came first.
    public static Optional<Usual> of(Map<LocalDate, Long> rows, LocalDate first, LocalDate day) {
        var weekdays = cases(rows, first, day, 7, WEEKS);
        var cases = weekdays.size() >= CASES_MIN ? weekdays : cases(rows, first, day, 1, DAYS);
        if (cases.size() < CASES_MIN) {
            return Optional.empty();
        }
        Collections.sort(cases);
        return Optional.of(
                new Usual(quantile(cases, 0.25), quantile(cases, 0.5), quantile(cases, 0.75)));
    }

    private static List<Long> cases(
            Map<LocalDate, Long> rows, LocalDate first, LocalDate day, int step, int times) {
        var cases = new ArrayList<Long>();
        for (int i = 1; i <= times; i++) {
            var before = day.minusDays((long) step * i);
            if (!before.isBefore(first)) {
                cases.add(rows.getOrDefault(before, 0L));
            }
        }
        return cases;
    }

    private static long quantile(List<Long> sorted, double share) {
        var place = share * (sorted.size() - 1);
        var below = sorted.get((int) Math.floor(place));
        var above = sorted.get((int) Math.ceil(place));
        return Math.round(below + (above - below) * (place - Math.floor(place)));
    }

    /// More than the upper quartile by one and a half times the distance of the quartiles, and at
    /// least half more than the median.
    public boolean isOver(long rows) {
        return rows > high + 1.5 * (high - low) && rows > 1.5 * median;
    }

    /// As far below. What is not over yet may still come.
    public boolean isUnder(long rows) {
        return rows < low - 1.5 * (high - low) && rows < 0.5 * median;
    }
}
