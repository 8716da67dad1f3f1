package dev.keepwell.customer;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a record said before a row came that says less: the canonical text of each of its values.
record Stood(Map<String, String> values, @Nullable UUID content) {

    static final Stood NOTHING = new Stood(Map.of(), null);

    /// A row that changes nothing is the content that stands, however that came to be.
    Optional<UUID> contentOf(Map<String, String> said, Candidate.Dates dates) {
        if (dates.recordedAt() != null || dates.deletedAt() != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(content).filter(_ -> said.equals(values));
    }
}
