package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.util.List;

/// Where events go that are fit: they are kept for good, each once.
public interface Keeping {

    /// What became of one event.
    enum Outcome {
        STORED,
        /// Its id is known, and with the same content.
        DUPLICATE,
        /// Its id is known with another content. The first counts.
        CONFLICTING
    }

    /// Keeps the events within the caller's transaction, and says what became of each, in their
    /// order.
    List<Outcome> keep(Session session, WorkspaceId workspace, List<Event> events);

    /// Between two portions, outside of any transaction: keeps what was kept in good order.
    default void tidy(WorkspaceId workspace) {}
}
