package dev.keepwell.screen.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some entries of the list, where those before and after them are, and the foot for all that
/// match.
///
/// `rescues` is empty unless nothing matches.
public record Page(
        Gathered gathered,
        List<Entry> entries,
        @Nullable String previous,
        @Nullable String next,
        Totals totals,
        List<Rescue> rescues) {

    public Page {
        entries = List.copyOf(entries);
        rescues = List.copyOf(rescues);
    }

    /// How many accounts would match without one filter, or without the search when there is none.
    public record Rescue(@Nullable Filter without, long accounts) {}
}
