package dev.keepwell.source;

import java.time.Instant;

/// A row that could not be used: where it stands, which rule it broke, and its text as it was sent.
public record Rejection(
        long id,
        String file,
        long line,
        String table,
        String reason,
        String detail,
        String original,
        Instant firstSeen,
        String column) {}
