package dev.keepwell.health;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a version came to be: who published it, when and why, and since when it holds.
///
/// Without `effectiveOn` it held from the first day on. A version that `rollsBack` another has its
/// text.
public record PublishedVersion(
        int number,
        String name,
        String sha256,
        Publication publication,
        Instant appliedAt,
        @Nullable LocalDate effectiveOn) {

    /// What the publisher says.
    public record Publication(String note, String author, @Nullable Integer rollsBack) {

        /// What ships with the program, and what is applied as a file, say nothing.
        static Publication silent(String author) {
            return new Publication("", author, null);
        }
    }

    boolean holdsOn(LocalDate day) {
        return effectiveOn == null || !effectiveOn.isAfter(day);
    }
}
