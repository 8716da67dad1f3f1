package dev.keepwell.health;

import java.time.Instant;

/// A model that somebody is still writing, as text. Whoever wrote it may go on; others copy it.
///
/// The revision counts its changes: who changes it says which revision they saw.
public record Draft(
        String id,
        String name,
        String yaml,
        int basedOn,
        String author,
        int revision,
        Instant createdAt,
        Instant updatedAt) {

    Draft with(String text, int base, Instant now) {
        return new Draft(id, name, text, base, author, revision + 1, createdAt, now);
    }
}
