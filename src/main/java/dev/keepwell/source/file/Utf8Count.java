package dev.keepwell.source.file;

/// Counts the letters beyond ASCII that are whole in UTF-8, and the bytes that are part of none.
final class Utf8Count {

    private static final int FIRST_OF_2 = 0xC2;
    private static final int FIRST_OF_3 = 0xE0;
    private static final int FIRST_OF_4 = 0xF0;
    private static final int LAST_FIRST = 0xF4;

    private long good;
    private long bad;
    private int awaited;
    private int seen;

    long good() {
        return good;
    }

    long bad() {
        return bad;
    }

    void pass(byte[] bytes, int length) {
        int i = 0;
        while (i < length) {
            // Most of most texts is ASCII, and this is all that a gigabyte of it costs.
            while (awaited == 0 && i < length && bytes[i] >= 0) {
                i++;
            }
            if (i < length) {
                take(bytes[i++] & 0xff);
            }
        }
    }

    /// The text is over, and what it began it does not finish.
    void end() {
        bad += seen;
        seen = 0;
        awaited = 0;
    }

    private void take(int value) {
        boolean follows = (value & 0xC0) == 0x80;
        if (awaited > 0 && follows) {
            seen++;
            awaited--;
            if (awaited == 0) {
                good++;
                seen = 0;
            }
            return;
        }
        end();
        begin(value);
    }

    private void begin(int value) {
        if (value < 0x80) {
            return;
        }
        if (value < FIRST_OF_2 || value > LAST_FIRST) {
            bad++;
            return;
        }
        awaited = value >= FIRST_OF_4 ? 3 : value >= FIRST_OF_3 ? 2 : 1;
        seen = 1;
    }
}
