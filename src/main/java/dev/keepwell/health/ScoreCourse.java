package dev.keepwell.health;

import dev.keepwell.health.ScoreSeries.Day.Judged;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
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
        var closed = ledger.series(workspace, account, period).stream().map(ScoreCourse::closed);
        var days = closed.toList();
        var present =
                current.of(workspace, account).stream()
                        .filter(it -> period.contains(it.day()))
                        .filter(it -> days.isEmpty() || it.day().isAfter(days.getLast().day()))
                        .map(ScoreCourse::present);
        return ScoreSeries.of(account, period, Stream.concat(days.stream(), present).toList());
    }

    private static Judged closed(Ledger.Point it) {
        return new Judged(it.day(), it.version(), it.coverage(), it.verdict(), false);
    }

    private static Judged present(Anatomy it) {
        return new Judged(it.day(), it.judge().version(), it.coverage(), it.verdict(), true);
    }
}
