package dev.keepwell.source.event;

import java.time.Instant;

/// A request as the log has it.
@SuppressWarnings("ArrayRecordComponent") // It is read once, never compared.
record Logged(
        long seq,
        String source,
        String path,
        String requestId,
        Instant receivedAt,
        int events,
        byte[] body) {

    Route route() {
        return Route.named(path).orElseThrow();
    }

    Body read() {
        return Body.of(Unpacking.unpacked(body), route());
    }
}
