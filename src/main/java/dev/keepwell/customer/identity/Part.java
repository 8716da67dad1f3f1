package dev.keepwell.customer.identity;

import dev.keepwell.customer.Account;
import java.time.Instant;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A record as its one source tells it, whether or not it was merged: its fields in the order of
/// the table, those without a value too.
public record Part(
        String id,
        Account.Origin origin,
        Instant firstKnown,
        SequencedMap<String, @Nullable String> fields) {

    /// What people call it; its source's own id where nobody gave it a name.
    public String name() {
        var name = fields.get("name");
        return name == null || name.isBlank() ? origin.sourceId() : name;
    }
}
