package dev.keepwell.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a story is told: the days it happens on, the book it is written into, and the tally of
/// what was written.
record Scene(Calendar calendar, Book book, Tally tally) {

    void add(Table table, @Nullable Object... cells) {
        book.add(table, cells);
    }

    LocalDate day(int ago) {
        return calendar.day(ago);
    }

    /// During office hours, at a moment that chance picks.
    String at(int ago, Chance chance) {
        return calendar.at(ago, chance.between(9, 17), chance.between(0, 59));
    }
}
