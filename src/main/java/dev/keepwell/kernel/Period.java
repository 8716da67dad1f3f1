package dev.keepwell.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Whole days from `start` up to, but not including, `end`.
///
/// Half-open so that neighbouring periods tile: every day belongs to exactly one of them.
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "A period ends after it starts, but got %s to %s.".formatted(start, end));
        }
    }

    /// The `days` days that end with `last`, which belongs to them.
    public static Period trailing(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last.plusDays(1));
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }
}
