package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/// Keeps the last requests that were turned away, for the page on which senders look for them.
///
/// They were told already, so this takes its time: it holds some in memory, writes them with the
/// worker's next round, and under a flood keeps only as many as the page shows.
final class RefusedCalls {

    private static final int KEPT = 500;
    private static final int EXCERPT_BYTES = 2 << 10;

    private final Database database;
    private final ArrayBlockingQueue<Note> noted = new ArrayBlockingQueue<>(KEPT);

    @SuppressWarnings("ArrayRecordComponent") // It is written once, never compared.
    private record Note(
            Arrival.Sender sender, Arrival.Call call, Refused refused, byte[] excerpt) {}

    RefusedCalls(Database database) {
        this.database = database;
    }

    void note(Arrival.Sender sender, Arrival.Call call, Refused refused, byte[] body) {
        var excerpt = Arrays.copyOf(body, Math.min(body.length, EXCERPT_BYTES));
        var ignored = noted.offer(new Note(sender, call, refused, excerpt));
    }

    /// Writes down what was noted since.
    void write() {
        var notes = new ArrayList<Note>();
        noted.drainTo(notes);
        var workspaces = new LinkedHashSet<WorkspaceId>();
        notes.forEach(it -> workspaces.add(it.sender().workspace()));
        workspaces.forEach(it ->
                write(it, notes.stream().filter(x -> x.sender().workspace().equals(it)).toList()));
    }

    private void write(WorkspaceId workspace, List<Note> notes) {
        database.doIn(
                workspace,
                session -> {
                    for (var note : notes) {
                        session.sql()
                                .sql(
                                        """
                                        insert into source.refused_call (workspace_id,
                                            source_system, token_id, route, request_id,
                                            received_at, status, code, detail, excerpt)
                                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .param(workspace.value())
                                .param(note.sender().source())
                                .param(note.sender().tokenId())
                                .param(note.call().route().path())
                                .param(note.call().requestId())
                                .param(note.call().receivedAt().atOffset(ZoneOffset.UTC))
                                .param(note.refused().status())
                                .param(note.refused().code())
                                .param(note.refused().detail())
                                .param(note.excerpt())
                                .update();
                    }
                    session.sql()
                            .sql(
                                    """
                                    delete from source.refused_call where call_id <= (
                                        select max(call_id) - ? from source.refused_call)
                                    """)
                            .param(KEPT)
                            .update();
                });
    }
}
