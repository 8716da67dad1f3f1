package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What the scores of the present day rest on, so that other models can be tried on it: all facts,
/// where the bands stood the evening before, and how each account stands under the model in force.
///
/// `total` is how many accounts have a score; a sample holds fewer.
record Ground(
        LocalDate day,
        int version,
        int total,
        Known known,
        List<Stand> stands,
        Map<AccountId, State> states) {

    Ground {
        stands = List.copyOf(stands);
    }

    /// One account: what is known of it, and what came of that.
    record Stand(Facts facts, Prospect.Standing standing) {}

    Collection<Facts> facts() {
        return stands.stream().map(Stand::facts).toList();
    }

    /// The same with what was looked at since. An account of which nothing was seen has gaps.
    Ground with(Known more, Map<AccountId, Facts> seen) {
        var richer = new ArrayList<Stand>(stands.size());
        for (var it : stands) {
            var extra = seen.get(it.facts().account());
            var facts = extra == null ? it.facts() : it.facts().and(extra);
            richer.add(new Stand(facts, it.standing()));
        }
        return new Ground(day, version, total, known.and(more), richer, states);
    }
}
