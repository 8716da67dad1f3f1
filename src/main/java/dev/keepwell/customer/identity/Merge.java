package dev.keepwell.customer.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One record counts as another, since somebody said so and until somebody takes it back.
public record Merge(String id, Pairing pairing, String rule, Word made, @Nullable Word undone) {

    /// Who is whom. The loser's rows count for the survivor.
    public record Pairing(Kind kind, String loser, String survivor) {}

    /// Who said it, when and why.
    public record Word(Instant at, String by, String reason) {}

    public boolean isInForce() {
        return undone == null;
    }
}
