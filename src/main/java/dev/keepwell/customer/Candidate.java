package dev.keepwell.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row that obeys its declaration: canonical values, an id, and when it happened. Whether it fits
/// to the other records is still open.
record Candidate(
        long line, String original, Identity identity, List<@Nullable String> values, Dates dates) {

    /// The value at a place, or the text "null" where there is none.
    String value(@Nullable Integer place) {
        return place == null ? "null" : String.valueOf(values.get(place));
    }

    /// Who it is: the source's id, ours, and a hash of all it says.
    record Identity(String sourceId, String id, UUID content) {}

    /// When it happened, when it was recorded if the file says so, and when it was deleted if it
    /// was.
    record Dates(
            @Nullable Instant occurredAt,
            @Nullable LocalDate occurredOn,
            @Nullable Instant recordedAt,
            @Nullable Instant deletedAt) {}
}
