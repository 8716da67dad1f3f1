package dev.keepwell.customer;

import dev.keepwell.customer.Undoing.Conflict;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// How far an undo has come in each table, and what it left alone.
record UndoTable(Session session, String undoId) {

    void begin(List<String> tables) {
        for (int i = 0; i < tables.size(); i++) {
            session.sql()
                    .sql(
                            """
                            insert into customer.undo_step
                                (workspace_id, import_id, position, table_name)
                            values (current_setting('app.workspace'), ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(undoId, i, tables.get(i))
                    .update();
        }
    }

    List<UndoStep> steps() {
        return session.sql()
                .sql("select * from customer.undo_step where import_id = ? order by position")
                .param(undoId)
                .query((row, _) -> step(row))
                .list();
    }

    /// How far it has come in a table. Whoever else works on the same undo waits until the
    /// transaction ends.
    UndoStep held(String table) {
        return session.sql()
                .sql(
                        "select * from customer.undo_step where import_id = ? and table_name = ?"
                                + " for update")
                .params(undoId, table)
                .query((row, _) -> step(row))
                .single();
    }

    private static UndoStep step(ResultSet row) throws SQLException {
        return new UndoStep(
                row.getString("table_name"),
                row.getString("after_id"),
                row.getLong("removed"),
                row.getLong("restored"),
                row.getBoolean("done"));
    }

    void move(UndoStep to) {
        session.sql()
                .sql(
                        """
                        update customer.undo_step
                        set after_id = ?, removed = ?, restored = ?, done = ?
                        where import_id = ? and table_name = ?
                        """)
                .params(to.afterId(), to.removed(), to.restored(), to.done(), undoId, to.table())
                .update();
    }

    List<Conflict> conflicts(int limit) {
        return session.sql()
                .sql(
                        """
                        select * from customer.undo_conflict where import_id = ?
                        order by table_name, name, source_id limit ?
                        """)
                .params(undoId, limit)
                .query((row, _) ->
                        new Conflict(
                                row.getString("table_name"),
                                row.getString("source_system"),
                                row.getString("source_id"),
                                row.getString("name"),
                                Undoing.Reason.of(row.getString("reason")),
                                row.getString("by_what")))
                .list();
    }

    long conflicts() {
        return session.sql()
                .sql("select count(*) from customer.undo_conflict where import_id = ?")
                .param(undoId)
                .query(Long.class)
                .single();
    }
}
