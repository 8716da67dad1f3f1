package dev.keepwell.health;

import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;

/// A run has judged days of a workspace up to this one, and the newest scores may be others. Who
/// listens works inside the run's job, and does its work again when a crash cut the job off.
public record DaysJudged(WorkspaceId workspace, LocalDate lastDay) {}
