package dev.keepwell.health;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/// Days that wait to be judged, handed out in stretches.
///
/// Facts are built once for each stretch, and what is seen in it is held in memory: long stretches
/// are quick, short ones are small.
final class OpenDays {

    private static final int DAYS_AT_FIRST = 1;
    private static final int DAYS_AT_MOST = 184;

    private final Deque<LocalDate> open;
    private final int accountDaysAtOnce;
    private int length;

    /// `accounts` is how many there are about, 0 when nobody knows yet.
    OpenDays(Collection<LocalDate> days, int accountDaysAtOnce, int accounts) {
        this.open = new ArrayDeque<>(days);
        this.accountDaysAtOnce = accountDaysAtOnce;
        this.length = accounts == 0 ? DAYS_AT_FIRST : length(accounts);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /// Takes the next days off, up to the first that does not follow on the one before: where days
    /// in between are closed already, the bands go on from them.
    List<LocalDate> next() {
        var stretch = new ArrayList<LocalDate>();
        do {
            stretch.add(open.remove());
        } while (stretch.size() < length && stretch.getLast().plusDays(1).equals(open.peek()));
        return stretch;
    }

    /// Hears how many accounts the last day had.
    void had(int accounts) {
        length = length(accounts);
    }

    private int length(int accounts) {
        return Math.clamp(accountDaysAtOnce / Math.max(1, accounts), 1, DAYS_AT_MOST);
    }
}
