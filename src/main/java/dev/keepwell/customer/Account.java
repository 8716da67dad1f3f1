package dev.keepwell.customer;

import dev.keepwell.kernel.AccountId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A company, or a part of one, that we sell to: the thing that has a score.
public record Account(AccountId id, Origin origin, String name, Traits traits) {

    /// Where we know it from, and what it is called there.
    public record Origin(String sourceSystem, String sourceId) {

        /// How people name it: `ext:csv/A1`.
        public String reference() {
            return "ext:%s/%s".formatted(sourceSystem, sourceId);
        }
    }

    /// What else its record says, where it says it.
    public record Traits(
            @Nullable String segment,
            @Nullable String tier,
            @Nullable String currency,
            @Nullable LocalDate since) {

        public Optional<LocalDate> customerSince() {
            return Optional.ofNullable(since);
        }
    }
}
