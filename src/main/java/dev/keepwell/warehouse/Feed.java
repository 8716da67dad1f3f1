package dev.keepwell.warehouse;

import java.time.LocalDate;

/// A connected source of one record table, and the day up to which it is complete.
public record Feed(String table, LocalDate completeUntil) {}
