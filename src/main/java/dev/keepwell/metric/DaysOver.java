package dev.keepwell.metric;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;

/// The days of a back-fill, of metrics and of models alike: they are over, and they are in order.
public final class DaysOver {

    private DaysOver() {}

    /// From `first` to `last`, both included.
    public static Period of(LocalDate first, LocalDate last, LocalDate yesterday) {
        if (last.isAfter(yesterday)) {
            throw Refusal.invalid(
                    "future_day",
                    "A back-fill is of days that are over, up to %s, but was asked for %s."
                            .formatted(yesterday, last));
        }
        if (first.isAfter(last)) {
            throw Refusal.invalid(
                    "backfill_days",
                    "A back-fill ends on or after its first day, but got %s to %s."
                            .formatted(first, last));
        }
        return new Period(first, last.plusDays(1));
    }
}
