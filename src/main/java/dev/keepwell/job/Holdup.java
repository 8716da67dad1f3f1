package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Optional;

/// Knows of something that has to happen before the daily work of a date begins. A module offers it
/// as a bean.
public interface Holdup {

    /// Why the work that is due on the date has to wait, in a sentence; empty when it need not.
    /// What speaks of the days before the date must be settled, what speaks of the date itself need
    /// not.
    Optional<String> reason(WorkspaceId workspace, LocalDate day);
}
