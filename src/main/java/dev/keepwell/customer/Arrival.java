package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.Feed;
import java.time.Instant;
import java.time.LocalDate;

/// One feed arriving in one workspace: what its rows have in common.
record Arrival(
        WorkspaceId workspace,
        String importId,
        Instant at,
        String sourceSystem,
        Feed feed,
        Moments moments) {

    LocalDate today() {
        return moments.dayOf(at);
    }
}
