package dev.keepwell.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The life of one account in a few words, from which everything that is told about it follows.
///
/// `mood` is the thread: between 0 and 1 it says on each day how well things go, and use, answers,
/// conversations and results all follow it.
record Journey(
        String id,
        String name,
        Segment segment,
        @Nullable String tier,
        String csm,
        int joined,
        Fate fate,
        double vigour,
        int people,
        int renewsIn,
        List<String> firstNames) {

    private static final double LOWEST = 0.04;
    private static final double WAVE = 0.03;

    double mood(int ago) {
        double wave = WAVE * Math.sin((ago + name.length() * 37) / 29.0);
        double mood =
                switch (fate) {
                    case Fate.Stays(), Fate.Signs(), Fate.Returns _, Fate.Pauses _ -> vigour;
                    case Fate.Grows() -> vigour + 0.06;
                    case Fate.Shrinks(int shrank) -> ago < shrank ? vigour - 0.05 : vigour;
                    case Fate.Fades(int since) -> fallen(ago, since, 100);
                    case Fate.Storms(int since) -> fallen(ago, since, 60);
                    case Fate.Orphaned(int left) -> fallen(ago, left, 90);
                    case Fate.Leaves(int left, Fate.Manner manner) ->
                            switch (manner) {
                                case QUIET -> fallen(ago, left + 130, 110);
                                case LOUD -> fallen(ago, left + 75, 60);
                                case SUDDEN -> vigour;
                            };
                };
        return Math.clamp(mood + wave, LOWEST, 1);
    }

    /// Falls to a fifth over so many days.
    private double fallen(int ago, int since, int days) {
        double share = Math.clamp((since - ago) / (double) days, 0, 1);
        return vigour * (1 - 0.8 * share);
    }

    /// Whether it pays on that day.
    boolean isCustomer(int ago) {
        if (ago > joined) {
            return false;
        }
        return switch (fate) {
            case Fate.Leaves(int left, _) -> ago > left;
            case Fate.Returns(int left, int back) -> ago > left || ago <= back;
            case Fate.Pauses(int from, int to) -> ago > from || ago <= to;
            case Fate.Stays(),
                    Fate.Grows(),
                    Fate.Shrinks _,
                    Fate.Fades _,
                    Fate.Storms _,
                    Fate.Orphaned _,
                    Fate.Signs() ->
                    true;
        };
    }

    /// The last day that can be told: the day before it left, or yesterday.
    int lastDay() {
        return fate instanceof Fate.Leaves(int left, _) ? left + 1 : 1;
    }

    /// The first day that can be told.
    int firstDay() {
        return Math.min(joined, Calendar.DAYS_TOLD);
    }

    boolean isNew() {
        return fate instanceof Fate.Signs;
    }
}
