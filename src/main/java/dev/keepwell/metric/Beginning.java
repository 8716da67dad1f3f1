package dev.keepwell.metric;

import dev.keepwell.warehouse.Facts;
import java.util.List;

/// The day on which a fact begins. Before it the source was silent because it did not exist.
///
/// Facts know as much of the past as the days that are asked about need. Usually a fact has rows
/// there, and all that matters is that it began no later; only where it has none, all of history is
/// looked at.
record Beginning(Facts facts) {

    /// The first day of a fact, or one after it that is not after `early`. Never, when it has no
    /// row at all.
    int of(String fact, int early) {
        facts.need(List.of(fact));
        var known = first(fact);
        if (known <= early) {
            return known;
        }
        facts.needAll(List.of(fact));
        return first(fact);
    }

    private int first(String fact) {
        var first =
                "select coalesce(min(day_number), %d) from %s".formatted(Integer.MAX_VALUE, fact);
        return facts.query(first, (row, _) -> row.getInt(1)).getFirst();
    }
}
