package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.Undos.Undo;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Takes the usage that one import brought into one data set out of the lake again: its files are
/// off the list, its keys are free, and the days that have changed are told.
record UsageUndo(Session session, Lake lake, RecordTable table, Undo undo) {

    UndoStep all(WorkspaceId workspace, UndoStep from) {
        var files = ours(lake.files(session, workspace, table.name()));
        // What lies damaged in quarantine could come back from a backup.
        var missed = ours(lake.missed(session, workspace, table.name()));
        if (!files.isEmpty() || !missed.isEmpty()) {
            new UsageRetractions()
                    .tell(session, table.name(), missed.isEmpty() ? first(files) : LocalDate.EPOCH);
        }
        lake.retire(session, workspace, files);
        lake.retire(session, workspace, missed);
        session.sql()
                .sql(
                        """
                        delete from customer.usage_key
                        where workspace_id = current_setting('app.workspace')
                          and source_system = ? and import_id = ?
                        """)
                .params(undo.sourceSystem(), undo.undoes())
                .update();
        var rows = files.stream().mapToLong(LakeFile::rows).sum();
        var missing = missed.stream().mapToLong(LakeFile::rows).sum();
        return from.moved("", rows + missing, 0).ended();
    }

    private List<LakeFile> ours(List<LakeFile> files) {
        var part = undo.undoes().toLowerCase(Locale.ROOT);
        return files.stream().filter(it -> it.part().equals(part)).toList();
    }

    /// A day in another zone may be the day before.
    private LocalDate first(List<LakeFile> files) {
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            var sql =
                    "select min(cast(%s as date)) from %s"
                            .formatted(table.time().occurred(), DuckDb.reading(files));
            return duck.query(sql, (row, _) -> row.getObject(1, LocalDate.class))
                    .getFirst()
                    .minusDays(1);
        }
    }
}
