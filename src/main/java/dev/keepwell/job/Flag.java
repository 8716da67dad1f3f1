package dev.keepwell.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says that a stage stands still, or when it did.
public record Flag(String stage, String reason, Instant raisedAt, @Nullable Instant clearedAt) {}
