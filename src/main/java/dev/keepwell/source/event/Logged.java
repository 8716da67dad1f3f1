package dev.keepwell.source.event;

import java.time.Instant;
import java.util.Arrays;

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
        return Arrays.stream(Route.values())
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    Body read() {
        return Body.of(Unpacking.unpacked(body), route());
    }
}
