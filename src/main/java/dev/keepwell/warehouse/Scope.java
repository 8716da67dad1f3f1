package dev.keepwell.warehouse;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Conventions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;

/// Which facts to build: whose, as known when, and on which days a state must be answerable.
public record Scope(
        WorkspaceId workspace,
        Conventions conventions,
        Instant knownAt,
        SortedSet<LocalDate> days) {}
