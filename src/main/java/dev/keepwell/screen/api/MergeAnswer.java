package dev.keepwell.screen.api;

import dev.keepwell.customer.identity.Merge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A merge as the API tells it. What was not taken back has null for when and by whom.
record MergeAnswer(
        String id,
        String kind,
        String loser,
        String survivor,
        String rule,
        Instant mergedAt,
        String mergedBy,
        String reason,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {

    static MergeAnswer of(Merge it) {
        var undone = it.undone();
        return new MergeAnswer(
                it.id(),
                it.pairing().kind().word(),
                it.pairing().loser(),
                it.pairing().survivor(),
                it.rule(),
                it.made().at(),
                it.made().by(),
                it.made().reason(),
                undone == null ? null : undone.at(),
                undone == null ? null : undone.by());
    }
}
