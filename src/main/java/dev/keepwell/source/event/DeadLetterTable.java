package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.time.ZoneOffset;

/// Events that were set aside, within one transaction.
record DeadLetterTable(Session session) {

    void add(WorkspaceId workspace, Portion.Letter letter) {
        var request = letter.request();
        var why = letter.why();
        session.sql()
                .sql(
                        """
                        insert into source.dead_letter (workspace_id, seq, position, source_system,
                            route, stage, reason, detail, pointer, original, message_id, first_seen,
                            attempts)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(workspace.value())
                .param(request.seq())
                .param(letter.position())
                .param(request.source())
                .param(request.path())
                .param(letter.stage())
                .param(why.reason().word())
                .param(Safe.text(why.detail()))
                .param(Safe.text(why.pointer()))
                .param(letter.original())
                .param(MessageIds.of(letter.original()))
                .param(request.receivedAt().atOffset(ZoneOffset.UTC))
                .param(why.reason() == Reason.UNPROCESSABLE ? 3 : 1)
                .update();
    }
}
