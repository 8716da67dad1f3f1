package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Reads what was published of one account over many days, in full, and how accounts like it did on
/// the same days.
@Component
public final class PastDays {

    /// So many scores are sorted for a line of medians at most. With more, the line has a point for
    /// each week and not for each day.
    private static final long SCORES_MAX = 3_000_000;

    private static final int WEEK = 7;

    private final Ledger ledger;

    public PastDays(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The middle score of a day, and of how many.
    public record Median(double score, long accounts) {}

    /// The closed days of the period, oldest first.
    public List<Anatomy> of(WorkspaceId workspace, AccountId account, Period period) {
        return ledger.reading(workspace, new Series.Published())
                .anatomies(period, account.value(), account.value())
                .toList();
    }

    /// The days of the period of which something else is known now than was published, oldest
    /// first, as they are known now.
    public List<Anatomy> restated(WorkspaceId workspace, AccountId account, Period period) {
        return ledger.reading(workspace, new Series.Restated())
                .anatomies(period, account.value(), account.value())
                .toList();
    }

    /// The median of the published scores of these accounts, on each closed day of the period on
    /// which any of them has one.
    public NavigableMap<LocalDate, Median> medians(
            WorkspaceId workspace, Collection<AccountId> accounts, Period period) {
        var days = period.start().datesUntil(period.end()).count();
        var step = accounts.size() * days > SCORES_MAX ? WEEK : 1;
        var published = ledger.reading(workspace, new Series.Published());
        return new TreeMap<>(published.medians(accounts, period, step));
    }
}
