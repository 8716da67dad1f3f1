package dev.keepwell.screen.data;

import dev.keepwell.source.flow.Usual;

/// What came today beside what is usual on such a day, the size of a word.
public record UsualBar(int low, int high, int median, int today) {

    private static final int WIDTH = 96;

    static UsualBar of(Usual usual, long rows) {
        var most = Math.max(1, Math.max(rows, usual.high() + usual.high() / 4));
        return new UsualBar(
                at(usual.low(), most),
                at(usual.high(), most),
                at(usual.median(), most),
                at(rows, most));
    }

    private static int at(long rows, long most) {
        return (int) Math.round((double) WIDTH * rows / most);
    }

    /// A range that is a single number is still seen.
    public int width() {
        return Math.max(2, high - low);
    }
}
