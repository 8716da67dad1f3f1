package dev.keepwell.lake;

import dev.keepwell.postgres.Database;
import java.util.List;

/// What a test needs of the lake beside the lake itself.
public final class GivenLake {

    private GivenLake() {}

    /// Puts small files together, with nobody to write damaged ones again.
    public static Compaction compaction(Lake lake, Database database) {
        var checkup = new Checkup(lake, database, List.of());
        return new Compaction(lake, database, checkup, DuckDb.Bounds.SMALL);
    }
}
