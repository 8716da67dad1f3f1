package dev.keepwell.source;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far each table of each source is known to be complete. It never moves backwards.
public final class Watermarks {

    /// Keeps beside a file how far its table is complete without it, so that it can be undone.
    public void remember(Session session, String importId, FileProgress file, String sourceSystem) {
        session.sql()
                .sql(
                        """
                        update source.import_file file set
                            connected_before = coalesce(mark.connected, false),
                            complete_before = mark.complete_until
                        from (select current_setting('app.workspace') as workspace_id) here
                        left join source.watermark mark
                            on  mark.workspace_id = here.workspace_id
                            and mark.source_system = ? and mark.table_name = ?
                        where file.workspace_id = here.workspace_id
                          and file.import_id = ? and file.file = ? and file.table_name = ?
                        """)
                .params(sourceSystem, file.table(), importId, file.file(), file.table())
                .update();
    }

    /// Hears of a table: it is connected from now on, even when it had no rows.
    public void advance(
            Session session,
            WorkspaceId workspace,
            String sourceSystem,
            String table,
            @Nullable LocalDate until) {
        session.sql()
                .sql(
                        """
                        insert into source.watermark
                            (workspace_id, source_system, table_name, connected, complete_until)
                        values (:workspace, :source, :table, true, cast(:until as date))
                        on conflict (workspace_id, source_system, table_name) do update set
                            connected = true,
                            complete_until =
                                greatest(watermark.complete_until, excluded.complete_until)
                        """)
                .param("workspace", workspace.value())
                .param("source", sourceSystem)
                .param("table", table)
                .param("until", until == null ? null : until.toString())
                .update();
    }
}
