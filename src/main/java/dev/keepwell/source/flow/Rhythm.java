package dev.keepwell.source.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/// How often something comes.
public sealed interface Rhythm {

    /// So many days before it was heard last tell how often it comes.
    int LOOK_BACK_DAYS = 60;

    /// Three times as long as expected is no delay any more.
    int SILENT_TIMES = 3;

    /// Somebody said so.
    record Decided(Duration every) implements Rhythm {}

    /// The median gap between days on which something came, and the longest of nine in ten: who
    /// works on weekdays is not late on Sunday.
    record Learned(int days, int patience) implements Rhythm {}

    /// It came on fewer than three days.
    record Unknown() implements Rhythm {}

    /// What the days on which something came tell.
    static Rhythm learned(SortedSet<LocalDate> days) {
        if (days.isEmpty()) {
            return new Unknown();
        }
        var recent = days.tailSet(days.last().minusDays(LOOK_BACK_DAYS));
        var gaps = gaps(List.copyOf(recent));
        if (gaps.size() < 2) {
            return new Unknown();
        }
        Collections.sort(gaps);
        var median = gaps.get((gaps.size() - 1) / 2);
        var most = gaps.get((int) Math.ceil(gaps.size() * 0.9) - 1);
        return new Learned(median, Math.max(median, most));
    }

    private static List<Integer> gaps(List<LocalDate> days) {
        var gaps = new ArrayList<Integer>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add((int) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        return gaps;
    }

    /// Whether it is due, when it came last at that moment, which was that day.
    default Standing standing(Instant last, LocalDate lastDay, Instant now, LocalDate today) {
        return switch (this) {
            case Decided(var every) ->
                    standing(Duration.between(last, now).toMinutes(), every.toMinutes());
            case Learned(_, var patience) ->
                    standing(ChronoUnit.DAYS.between(lastDay, today), patience);
            case Unknown() -> Standing.UNKNOWN;
        };
    }

    private static Standing standing(long silence, long patience) {
        if (silence > SILENT_TIMES * patience) {
            return Standing.SILENT;
        }
        return silence > patience ? Standing.LATE : Standing.ON_TIME;
    }

    /// Whether a day without anything was overdue, so many days after the last with something.
    default boolean isLateAfter(long days) {
        return switch (this) {
            case Decided(var every) -> days > Math.max(1, every.toDays());
            case Learned(_, var patience) -> days > patience;
            case Unknown() -> false;
        };
    }
}
