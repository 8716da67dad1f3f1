package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.PastDays;
import dev.keepwell.health.PastDays.Median;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The middle score of the accounts that are in a segment today, on the days before it. Kept until
/// the list of accounts is another.
@Component
final class SegmentMedians {

    private static final int KEPT_MAX = 200;

    private record Key(WorkspaceId workspace, long generation, String segment, Period period) {}

    private final PastDays past;
    private final Portfolio portfolio;
    private final Map<Key, NavigableMap<LocalDate, Median>> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<Key, NavigableMap<LocalDate, Median>> eldest) {
                            return size() > KEPT_MAX;
                        }
                    });

    SegmentMedians(PastDays past, Portfolio portfolio) {
        this.past = past;
        this.portfolio = portfolio;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    /// What stands beside the line of an account; no median where it is in no segment.
    ScoreLine.Beside beside(
            WorkspaceId workspace, @Nullable Entry entry, Period period, List<Anatomy> days) {
        var segment = entry == null ? null : entry.traits().segment();
        var gathered = portfolio.gathered(workspace);
        if (segment == null || gathered.isEmpty()) {
            return new ScoreLine.Beside("", new TreeMap<>(), days, 0);
        }
        var key = new Key(workspace, gathered.get().generation(), segment, period);
        var known = kept.get(key);
        var medians = known == null ? medians(workspace, segment, period) : known;
        kept.put(key, medians);
        return new ScoreLine.Beside(segment.replace('_', ' '), medians, days, 0);
    }

    private NavigableMap<LocalDate, Median> medians(
            WorkspaceId workspace, String segment, Period period) {
        List<AccountId> accounts = portfolio.inSegment(workspace, segment);
        return past.medians(workspace, accounts, period);
    }
}
