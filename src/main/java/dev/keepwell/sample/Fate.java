package dev.keepwell.sample;

/// What becomes of a customer. Days are counted backwards from today.
sealed interface Fate {

    /// Goes on as it is.
    record Stays() implements Fate {}

    /// Buys more, again and again.
    record Grows() implements Fate {}

    /// Needed fewer seats, and stays.
    record Shrinks(int ago) implements Fate {}

    /// Uses less and less without a word, and is still here.
    record Fades(int since) implements Fate {}

    /// Complains loudly, and is still here.
    record Storms(int since) implements Fate {}

    /// Its sponsor left, and nobody has met the successor.
    record Orphaned(int ago) implements Fate {}

    /// Left. A quiet leaver used less and said nothing for months, a loud one complained and gave
    /// notice, and a sudden one was bought or went under without any sign.
    record Leaves(int ago, Manner manner) implements Fate {}

    /// Left and came back.
    record Returns(int left, int back) implements Fate {}

    /// Stopped paying for a season.
    record Pauses(int from, int to) implements Fate {}

    /// Signed a few days ago: no seat given out, nobody met.
    record Signs() implements Fate {}

    /// How somebody leaves.
    enum Manner {
        QUIET,
        LOUD,
        SUDDEN
    }
}
