package dev.keepwell.source.event;

import java.util.Arrays;

/// A part of a body, without a copy of it: from `start` until before `end`.
record Slice(Bytes body, int start, int end) {

    /// The bytes of a body, which nobody changes.
    @SuppressWarnings("ArrayRecordComponent") // A body is looked at, never compared.
    record Bytes(byte[] all) {}

    int length() {
        return end - start;
    }

    byte first() {
        return body.all()[start];
    }

    byte[] array() {
        return Arrays.copyOfRange(body.all(), start, end);
    }
}
