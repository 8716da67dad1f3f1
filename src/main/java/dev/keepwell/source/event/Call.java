package dev.keepwell.source.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event as it was sent lately, or one request that was turned away: for whoever sends and
/// wants to see what became of it.
///
/// @param id by which [Calls] finds it again
public record Call(
        String id,
        Request request,
        State state,
        @Nullable Event event,
        @Nullable Why why,
        String payload) {

    /// Which request it came with, and where in it.
    public record Request(
            Instant receivedAt,
            String source,
            String tokenId,
            String route,
            String requestId,
            int position) {}

    public enum State {
        WAITING,
        STORED,
        /// Stored, after something that was missing was supplied.
        CHANGED,
        DUPLICATE,
        /// Its id is known with another content, and the first counts.
        CONFLICTING,
        SET_ASIDE,
        /// The whole request was turned away.
        REFUSED
    }

    /// Which rule it breaks.
    ///
    /// @param status the answer of a request that was turned away, else 200
    public record Why(int status, String reason, String detail, String pointer) {}
}
