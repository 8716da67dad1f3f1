package dev.keepwell.source.flow;

import java.time.Instant;
import java.time.LocalDate;

/// What came of a source into one table on one day. Rows that were rejected came, too.
public record Arrived(
        String source, String table, LocalDate day, long rows, long rejected, Instant last) {}
