package dev.keepwell.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;

/// The days of which facts must know what was done, both included.
record Days(LocalDate first, LocalDate last) {

    static final Days EVER = new Days(LocalDate.MIN, LocalDate.MAX);

    Days {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException(
                    "Days end on or after the first, but got %s to %s.".formatted(first, last));
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /// Whether any day from `start` to before `end` is among them.
    boolean overlaps(LocalDate start, LocalDate end) {
        return start.compareTo(last) <= 0 && end.isAfter(first);
    }

    /// A condition for a column of days or moments to be on one of them, or so many before or
    /// after.
    String where(String column, int around) {
        var conditions = new ArrayList<String>();
        if (!first.equals(LocalDate.MIN)) {
            conditions.add("%s >= date '%s'".formatted(column, first.minusDays(around)));
        }
        if (!last.equals(LocalDate.MAX)) {
            conditions.add("%s < date '%s'".formatted(column, last.plusDays(around + 1L)));
        }
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }
}
