package dev.keepwell.health;

import dev.keepwell.health.ScoreSeries.Day.Judged;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Tells how the score of an account went: the closed days of the ledger, and after them the
/// present day as it stands.
@Component
public final class ScoreCourse {

    private final Ledger ledger;
    private final CurrentScores current;

    public ScoreCourse(Ledger ledger, CurrentScores current) {
        this.ledger = ledger;
        this.current = current;
    }

    public ScoreSeries of(WorkspaceId workspace, AccountId account, Period period) {
        return of(workspace, account, period, new Series.Published());
    }

    /// The same in another series. A back-fill has no present day: it is of days that are over.
    public ScoreSeries of(WorkspaceId workspace, AccountId account, Period period, Series series) {
        var days =
                points(workspace, account, period, series).stream()
                        .map(ScoreCourse::closed)
                        .toList();
        var present =
                current.of(workspace, account).stream()
                        .filter(_ -> !(series instanceof Series.Backfill))
                        .filter(it -> period.contains(it.day()))
                        .filter(it -> days.isEmpty() || it.day().isAfter(days.getLast().day()))
                        .map(ScoreCourse::present);
        return ScoreSeries.of(account, period, Stream.concat(days.stream(), present).toList());
    }

    private List<Ledger.Point> points(
            WorkspaceId workspace, AccountId account, Period period, Series series) {
        return switch (series) {
            case Series.Published _ -> ledger.series(workspace, account, period);
            case Series.Backfill _ -> ledger.series(workspace, account, period, series);
            case Series.Restated _ -> {
                var known = new TreeMap<LocalDate, Ledger.Point>();
                ledger.series(workspace, account, period).forEach(it -> known.put(it.day(), it));
                ledger.series(workspace, account, period, series)
                        .forEach(it -> known.put(it.day(), it));
                yield List.copyOf(known.values());
            }
        };
    }

    private static Judged closed(Ledger.Point it) {
        return new Judged(it.day(), it.version(), it.coverage(), it.verdict(), false);
    }

    private static Judged present(Anatomy it) {
        return new Judged(it.day(), it.judge().version(), it.coverage(), it.verdict(), true);
    }
}
