package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Overrides;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Finds out who overruled a score.
@Component
record OverrideBoxes(Overrides overrides, Workspaces workspaces, Clock clock) {

    /// Of a day of the past, what was in force then; of the newest one, what is in force today.
    OverrideBox of(WorkspaceId workspace, Anatomy anatomy, HealthQuestion asked) {
        if (asked.asOf() != null) {
            return OverrideBox.of(anatomy, null, null);
        }
        var today = workspaces.conventionsOf(workspace).dayOf(clock.instant());
        var ordered = overrides.inForce(workspace, anatomy.account(), today);
        return OverrideBox.of(anatomy, ordered.map(Overrides.Entry::override).orElse(null), today);
    }
}
