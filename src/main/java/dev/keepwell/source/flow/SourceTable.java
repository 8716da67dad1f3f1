package dev.keepwell.source.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What comes of a source into one table; under an empty name, into all of them together.
///
/// @param completeUntil the day up to which all of it is there, null when nobody knows
/// @param rejected of the last 30 days
/// @param days how many rows came on each day on which something did
public record SourceTable(
        String table,
        @Nullable LocalDate completeUntil,
        @Nullable Instant last,
        Rhythm rhythm,
        Standing standing,
        long rejected,
        SortedMap<LocalDate, Long> days) {

    public SourceTable {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    public long rowsOn(LocalDate day) {
        return days.getOrDefault(day, 0L);
    }

    /// What is usual on the day, from the days before it.
    public Optional<Usual> usual(LocalDate day) {
        return days.isEmpty() ? Optional.empty() : Usual.of(days, days.firstKey(), day);
    }

    /// What a day looks like, as far as it can be told from the rhythm as it is now.
    public Day on(LocalDate day) {
        if (days.containsKey(day)) {
            var over = usual(day).filter(it -> it.isOver(rowsOn(day))).isPresent();
            return over ? Day.OVER : Day.CAME;
        }
        var before = days.headMap(day);
        if (before.isEmpty()) {
            return Day.BEFORE;
        }
        var since = ChronoUnit.DAYS.between(before.lastKey(), day);
        return rhythm.isLateAfter(since) ? Day.LATE : Day.NONE;
    }

    /// One day of a table.
    public enum Day {
        /// Nothing had ever come.
        BEFORE,
        CAME,
        OVER,
        NONE,
        LATE
    }
}
