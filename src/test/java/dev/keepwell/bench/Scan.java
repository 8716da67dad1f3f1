package dev.keepwell.bench;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import java.util.ArrayList;
import java.util.List;

/// The yardstick S: looks once at the five columns of all events that usage is made of, and does
/// nothing with them.
record Scan(List<LakeFile> files, DuckDb.Bounds bounds) {

    static Scan of(Town town) {
        var lake = town.bean(Lake.class);
        var files =
                town.bean(Database.class)
                        .in(
                                WorkspaceId.DEFAULT,
                                it -> lake.files(it, WorkspaceId.DEFAULT, "event"));
        return new Scan(new ArrayList<>(files), town.bean(DuckDb.Bounds.class));
    }

    Cost cost() {
        return Cost.of(() -> {
            try (var duck = DuckDb.open(bounds)) {
                duck.query(
                        """
                        select max(source_system), max(account_ref), max(user_ref),
                            max(event_name), max(occurred_at)
                        from %s
                        """
                                .formatted(DuckDb.reading(files)),
                        (row, _) -> row.getString(1));
            }
        });
    }
}
