package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.event.Portion.Place;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The books in PostgreSQL.
record DatabaseBooks(Database database, Keeping keeping, Clock clock) implements Books {

    @Override
    public <T> T in(WorkspaceId workspace, Function<Page, T> work) {
        return database.in(
                workspace, it -> work.apply(new OfSession(it, workspace, keeping, clock)));
    }

    @Override
    public void tidy(WorkspaceId workspace) {
        keeping.tidy(workspace);
    }

    @Override
    public List<WorkspaceId> waiting() {
        return database.unscoped(session ->
                session.sql()
                        .sql("select * from source.waiting_workspaces()")
                        .query((row, _) -> new WorkspaceId(row.getString(1)))
                        .list());
    }

    private record OfSession(Session session, WorkspaceId workspace, Keeping keeping, Clock clock)
            implements Page {

        @Override
        public void append(List<Arrival> arrivals) {
            new IngestLog(session).append(arrivals);
        }

        @Override
        public List<IngestLog.Waiting> waiting(int rowsMax) {
            return new IngestLog(session).waiting(rowsMax);
        }

        @Override
        public void tryAgain(Collection<Long> seqs) {
            new IngestLog(session).tryAgain(seqs);
        }

        @Override
        public void giveBack(Collection<Long> seqs) {
            new IngestLog(session).giveBack(seqs);
        }

        @Override
        public List<Logged> hold(Collection<Long> seqs) {
            return new IngestLog(session).hold(seqs);
        }

        @Override
        public List<Keeping.Outcome> keep(List<Event> events) {
            return keeping.keep(session, workspace, events);
        }

        @Override
        public void finish(Portion portion, Map<Place, Character> kept) {
            var letters = new DeadLetterTable(session);
            portion.letters().forEach(it -> letters.add(workspace, it));
            new Outcomes(session, clock).write(workspace, portion, kept);
        }
    }
}
