package dev.keepwell.health;

import dev.keepwell.kernel.Period;
import java.time.LocalDate;
import java.util.List;

/// The days and the model version that a file of the ledger holds, told by its name, so that a
/// reader opens only the files that can answer.
record LedgerPart(Period days, int version) {

    static LedgerPart of(List<Anatomy> anatomies) {
        var days = anatomies.stream().map(Anatomy::day).sorted().toList();
        var version = anatomies.getFirst().judge().version();
        return new LedgerPart(new Period(days.getFirst(), days.getLast().plusDays(1)), version);
    }

    /// `2025-03-01_2025-03-31.v7`
    static LedgerPart parse(String name) {
        var border = name.indexOf('_');
        var dot = name.indexOf(".v");
        return new LedgerPart(
                new Period(
                        LocalDate.parse(name.substring(0, border)),
                        LocalDate.parse(name.substring(border + 1, dot)).plusDays(1)),
                Integer.parseInt(name.substring(dot + 2)));
    }

    String fileName() {
        return "%s_%s.v%d".formatted(days.start(), days.lastDay(), version);
    }

    /// What of it lies in the period, which it overlaps.
    LedgerPart within(Period other) {
        var start = days.start().isAfter(other.start()) ? days.start() : other.start();
        var end = days.end().isBefore(other.end()) ? days.end() : other.end();
        return new LedgerPart(new Period(start, end), version);
    }

    boolean overlaps(Period other) {
        return days.start().isBefore(other.end()) && other.start().isBefore(days.end());
    }
}
