package dev.keepwell.source.wizard;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What was decided about files with the same columns, whatever their order.
final class MappingMemory {

    private final Database database;

    MappingMemory(Database database) {
        this.database = database;
    }

    Optional<Draft> of(WorkspaceId workspace, List<String> columns) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select wizard from source.mapping_memory
                                        where columns_hash = ?
                                        """)
                                .param(hash(columns))
                                .query((row, _) -> Draft.read(row.getString(1)))
                                .optional());
    }

    void keep(WorkspaceId workspace, Draft draft, Instant now) {
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        insert into source.mapping_memory
                                            (workspace_id, columns_hash, wizard, used_at)
                                        values (?, ?, cast(? as jsonb), ?)
                                        on conflict (workspace_id, columns_hash) do update set
                                            wizard = excluded.wizard, used_at = excluded.used_at
                                        """)
                                .params(
                                        workspace.value(),
                                        hash(draft.columns()),
                                        draft.json(),
                                        now.atOffset(ZoneOffset.UTC))
                                .update());
    }

    /// What a download of rejected rows adds is not the file's.
    static boolean isAdded(String column) {
        return column.equals(RejectedRows.CODE) || column.equals(RejectedRows.DETAIL);
    }

    private static String hash(List<String> columns) {
        var hash = Fingerprint.of("columns");
        columns.stream().filter(it -> !isAdded(it)).sorted().forEach(hash::add);
        return hash.hex();
    }
}
