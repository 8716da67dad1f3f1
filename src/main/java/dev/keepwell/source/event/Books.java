package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.Portion.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Everything that changes when events come in, one transaction at a time. What is behind it may go
/// away at any moment: then a transaction happened or it did not.
interface Books {

    /// Does the work in one transaction.
    <T> T in(WorkspaceId workspace, Function<Page, T> work);

    /// Between two portions: keeps what was kept in good order.
    void tidy(WorkspaceId workspace);

    /// The workspaces in which something waits.
    List<WorkspaceId> waiting();

    /// The books of one workspace within a transaction.
    interface Page {

        /// Writes requests down, and counts them.
        void append(List<Arrival> arrivals);

        /// The oldest requests that wait.
        List<IngestLog.Waiting> waiting(int rowsMax);

        /// Notes a try before it is made.
        void tryAgain(Collection<Long> seqs);

        /// Takes the note of a try back that ended as it should, or failed and said so.
        void giveBack(Collection<Long> seqs);

        /// Those of the requests that still wait and that nobody else holds.
        List<Logged> hold(Collection<Long> seqs);

        /// Keeps events, each once.
        List<Keeping.Outcome> keep(List<Event> events);

        /// Ends the wait of requests: sets aside what is not fit, and notes and counts what became
        /// of each event.
        ///
        /// @param kept a letter for each event that was kept
        void finish(Portion portion, Map<Place, Character> kept);
    }
}
