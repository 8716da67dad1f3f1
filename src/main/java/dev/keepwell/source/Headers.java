package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.file.DataFile;
import dev.keepwell.source.file.Entry;
import java.util.ArrayList;
import java.util.List;

/// Keeps the header of each file of an import with what its first values look like, so that a
/// column that comes, goes or turns into something else is seen at the next one.
record Headers(Session session) {

    private static final int ROWS = 200;

    private record Seen(List<String> columns, List<String> shapes) {}

    void keep(String importId, List<DataFile> files) {
        files.forEach(it -> keep(importId, it));
    }

    private void keep(String importId, DataFile file) {
        try {
            var seen = seen(file);
            session.sql()
                    .sql(
                            """
                            update source.import_upload set columns = ?, shapes = ?
                            where import_id = ? and file = ?
                            """)
                    .param(seen.columns().toArray(String[]::new))
                    .param(seen.shapes().toArray(String[]::new))
                    .param(importId)
                    .param(file.name())
                    .update();
        } catch (Refusal e) {
            // It has no header that can be read, and the plan does without it.
        }
    }

    private static Seen seen(DataFile file) {
        try (var rows = file.open()) {
            var values = new ArrayList<List<String>>();
            rows.columns().forEach(_ -> values.add(new ArrayList<>()));
            var row = rows.read();
            for (int i = 0; i < ROWS && row != null; i++) {
                if (row instanceof Entry.Fields fields) {
                    for (int at = 0; at < values.size(); at++) {
                        values.get(at).add(fields.values().get(at));
                    }
                }
                row = rows.read();
            }
            return new Seen(
                    rows.columns(), values.stream().map(it -> Shape.of(it).word()).toList());
        }
    }
}
