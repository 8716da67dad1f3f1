package dev.keepwell.workspace;

import java.time.Instant;

/// A change of one setting: from which version on it held, and what it was before.
public record Decision(int version, String name, String before, String value, Instant at) {}
