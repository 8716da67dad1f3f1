package dev.keepwell.screen.accounts;

import dev.keepwell.health.Band;
import dev.keepwell.screen.frame.Spark;
import org.jspecify.annotations.Nullable;

/// One cell of the list.
public sealed interface Cell {

    /// Who it is.
    record Account(
            String path, String peek, String name, String initials, String under, String segment)
            implements Cell {}

    /// How they stand: shape, letter, number and the way there.
    record Health(Band band, String score, Spark spark, String said, String sparkSaid)
            implements Cell {}

    /// By how much the score moved, and the two greatest reasons.
    record Change(String points, Way way, String reasons) implements Cell {}

    /// Where a score went.
    enum Way {
        UP,
        DOWN,
        LEVEL
    }

    /// The colour somebody set, how long ago, and whether it is time for another.
    record Pulse(Band colour, String word, String age, boolean isOverdue) implements Cell {}

    /// Words or a number, with a quiet remark beside it and more for whoever points at it.
    record Text(String text, String note, @Nullable String title, boolean isWarning)
            implements Cell {

        static Text of(String text) {
            return new Text(text, "", null, false);
        }

        static Text of(String text, String note) {
            return new Text(text, note, null, false);
        }
    }

    /// Nothing is known, or there is nothing to know: said, never blank.
    record Missing(String why) implements Cell {}
}
