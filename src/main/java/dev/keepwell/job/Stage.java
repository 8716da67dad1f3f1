package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Optional;

/// A place where things queue up. A module offers it as a bean, and a flag goes up when what is
/// first in the queue stays there.
public interface Stage {

    /// The word by which flags name it: `jobs`.
    String name();

    /// What waits there, if anything does.
    Optional<Waiting> waiting(WorkspaceId workspace);

    /// `oldest` names what has waited longest; as long as it is the same, nothing goes on. `reason`
    /// says in a sentence what waits, and for what.
    record Waiting(String oldest, Duration waited, long count, String reason) {}
}
