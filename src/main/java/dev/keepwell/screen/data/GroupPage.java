package dev.keepwell.screen.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All open events of one reason, a page of them at a time.
///
/// @param older where the list goes on
/// @param pointer a place that an edit may be about: that of the newest
public record GroupPage(
        ReasonRow.Reason reason,
        String count,
        List<LetterRow> rows,
        @Nullable String older,
        boolean isFirst,
        String pointer,
        String done) {

    public GroupPage {
        rows = List.copyOf(rows);
    }
}
