package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.LakeFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rows of a table lie that facts are built from: in files of the lake, as far as a
/// condition holds, in a table of the engine of this process, or in both.
record Origin(List<LakeFile> files, String where, @Nullable String here) {

    static Origin here(String table) {
        return new Origin(List.of(), "true", table);
    }

    /// Shows the rows in the engine of this process, under the name of the table.
    void show(DuckDb duck, String table) {
        if (files.isEmpty() && table.equals(here)) {
            return;
        }
        var selects = new ArrayList<String>();
        if (here != null) {
            selects.add("select * from " + here);
        }
        if (!files.isEmpty()) {
            selects.add("select * from %s where %s".formatted(DuckDb.reading(files), where));
        }
        duck.run(
                "create view %s as %s"
                        .formatted(table, String.join(" union all by name ", selects)));
    }
}
