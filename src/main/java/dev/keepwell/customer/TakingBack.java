package dev.keepwell.customer;

import dev.keepwell.job.Steps;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.Undos;
import dev.keepwell.source.Undos.Undo;
import java.util.ArrayList;
import java.util.Collections;

/// Undoes an import table by table, those first that point to others, some records at a time.
///
/// The records and the place among them change together: whoever comes back after a crash goes on
/// exactly there.
final class TakingBack {

    private final Database database;
    private final Undos undos;
    private final RecordTables tables;
    private final Lake lake;

    TakingBack(Database database, Undos undos, RecordTables tables, Lake lake) {
        this.database = database;
        this.undos = undos;
        this.tables = tables;
        this.lake = lake;
    }

    void run(WorkspaceId workspace, String undoId, Steps<UndoStep> steps) {
        var undo = undos.find(workspace, undoId);
        if (undo.finished()) {
            return;
        }
        database.doIn(workspace, session -> begin(session, undo));
        var places = database.in(workspace, session -> new UndoTable(session, undoId).steps());
        for (var place : places) {
            var step = place;
            while (!step.done()) {
                step =
                        database.in(
                                workspace,
                                session -> next(session, workspace, undo, place.table(), steps));
                steps.done(step);
            }
        }
        database.doIn(
                workspace,
                session -> {
                    undos.finish(session, undo);
                    steps.hold(session);
                });
    }

    private void begin(Session session, Undo undo) {
        var brought = undos.tables(session, undo.undoes());
        var order = new ArrayList<String>();
        tables.all().stream().map(RecordTable::name).filter(brought::contains).forEach(order::add);
        Collections.reverse(order);
        new UndoTable(session, undo.id()).begin(order);
    }

    private UndoStep next(
            Session session, WorkspaceId workspace, Undo undo, String name, Steps<UndoStep> steps) {
        session.sql().sql("set local enable_seqscan = off").update();
        var places = new UndoTable(session, undo.id());
        var from = places.held(name);
        if (from.done()) {
            return from;
        }
        var table = tables.table(name);
        var to =
                switch (table.place()) {
                    case POSTGRES -> new RecordUndo(session, tables, table, undo).next(from);
                    case LAKE -> new UsageUndo(session, lake, table, undo).all(workspace, from);
                };
        places.move(to);
        steps.hold(session);
        return to;
    }
}
