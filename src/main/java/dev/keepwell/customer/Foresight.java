package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import java.util.List;

/// Says how accounts would be judged by what stands in the present transaction, which may be taken
/// back afterwards. Whoever judges accounts knows how.
public interface Foresight {

    /// An account that would have another colour than it has, in words such as `green`.
    record Turn(String accountId, String before, String after) {}

    /// How many accounts have a colour now, and which of them would have another. Nothing where
    /// nobody is judged yet.
    record Outcome(int judged, List<Turn> turns) {}

    Outcome of(WorkspaceId workspace);
}
