package dev.keepwell.source;

import dev.keepwell.postgres.Session;
import java.util.HashMap;
import java.util.Map;

/// The corrections of imports within one transaction.
record CorrectionLog(Session session) {

    Map<String, Corrections> of(String importId) {
        var byFile = new HashMap<String, Corrections>();
        session.sql()
                .sql(
                        """
                        select file, line, column_name, value from source.import_correction
                        where import_id = ?
                        """)
                .param(importId)
                .query(row -> {
                    var file = row.getString(1);
                    byFile.put(
                            file,
                            byFile.getOrDefault(file, Corrections.NONE)
                                    .and(row.getLong(2), row.getString(3), row.getString(4)));
                });
        return byFile;
    }

    void add(String importId, String file, long line, String column, String value) {
        session.sql()
                .sql(
                        """
                        insert into source.import_correction
                            (workspace_id, import_id, file, line, column_name, value)
                        values (current_setting('app.workspace'), ?, ?, ?, ?, ?)
                        on conflict (workspace_id, import_id, file, line, column_name)
                            do update set value = excluded.value
                        """)
                .params(importId, file, line, column, value)
                .update();
    }

    void forget(String importId, String file, long line) {
        session.sql()
                .sql(
                        """
                        delete from source.import_correction
                        where import_id = ? and file = ? and line = ?
                        """)
                .params(importId, file, line)
                .update();
    }
}
