package dev.keepwell.source.webhook;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the rows go that deliveries tell: whoever keeps records judges them.
public interface RowKeeping {

    /// Rows that arrive together, as one import, and the tables that are connected by it: those of
    /// which something is told, and those of which something would be.
    record Batch(
            WorkspaceId workspace,
            String importId,
            String source,
            Instant at,
            List<Told.Row> rows,
            Set<String> heard) {

        /// The tables in which something is told.
        public List<String> tables() {
            return rows.stream().map(Told.Row::table).distinct().sorted().toList();
        }
    }

    /// What became of a batch: how many records are new, and which rows could not be used.
    record Kept(long created, Map<Told.Row, Outcome.SetAside> refused) {}

    /// Keeps the rows within the caller's transaction.
    Kept keep(Session session, Batch batch);
}
