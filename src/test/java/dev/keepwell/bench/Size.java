package dev.keepwell.bench;

import java.time.LocalDate;

/// How large the company of a benchmark is, and which one of that size.
///
/// The year of its events is always the same, so that a home that was made once is used again.
record Size(long events, int accounts, long seed) {

    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    static final int DAYS = 365;
    static final LocalDate FIRST_DAY = LAST_DAY.minusDays(DAYS - 1L);

    /// The folder of its home: `events-10000000-accounts-20000-seed-1`.
    String folder() {
        return "events-%d-accounts-%d-seed-%d".formatted(events, accounts, seed);
    }
}
