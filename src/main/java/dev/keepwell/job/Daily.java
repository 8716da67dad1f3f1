package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// Something to be done once for each local date of a workspace. A module offers it as a bean.
///
/// After downtime the dates that were missed are caught up, oldest first, each when the job of the
/// one before has ended. The first date is the one after the workspace was seen first.
public interface Daily {

    /// The word by which rows and flags name it: `close-days`.
    String name();

    /// The time on the date from which on it is due. Where the clocks leap over it, it is due when
    /// they have leapt, and where they show it twice, the first time.
    LocalTime at();

    /// Promises the work of the date with [Jobs#start], in the transaction of the caller; empty
    /// when there is nothing to do. A refusal is kept as the reason why the date waits.
    Optional<JobId> start(WorkspaceId workspace, LocalDate day);
}
