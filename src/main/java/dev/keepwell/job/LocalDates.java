package dev.keepwell.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// When local dates come due in a zone, and which is next.
///
/// Dates are counted, not moments: the next is always the one after the last, whatever clocks and
/// zones have done in between.
record LocalDates(ZoneId zone, LocalTime at) {

    /// When the date comes due: once, also where the clocks of the zone leap.
    Instant due(LocalDate day) {
        var time = day.atTime(at);
        var rules = zone.getRules();
        var leap = rules.getTransition(time);
        if (leap != null && leap.isGap()) {
            return leap.getInstant();
        }
        return time.toInstant(earlier(rules.getValidOffsets(time)));
    }

    /// Clocks that are set back show a time under two offsets, of which Java names the earlier
    /// moment first.
    private static ZoneOffset earlier(List<ZoneOffset> offsets) {
        return offsets.getFirst();
    }

    /// The last date that is due.
    LocalDate last(Instant now) {
        // A day ahead, since a date that a zone has left out comes due with the one after it.
        var day = LocalDate.ofInstant(now, zone).plusDays(1);
        while (due(day).isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /// The date after `last`, if it is due.
    Optional<LocalDate> after(LocalDate last, Instant now) {
        return Optional.of(last.plusDays(1)).filter(it -> !due(it).isAfter(now));
    }
}
