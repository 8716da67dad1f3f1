package dev.keepwell.screen.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queue of records that may be one, the merges there were, and what was just done.
public record DuplicatesPage(
        List<DuplicateRow> rows, int total, List<MergeRow> merges, @Nullable Done done) {

    /// What was just done; with the merge to take back, if it was one.
    public record Done(String text, @Nullable String merge) {}

    public boolean isAll() {
        return rows.size() == total;
    }
}
