package dev.keepwell.source;

import java.util.List;

/// One line of a file, as it was seen, before anyone judges what it means.
public sealed interface Sighting {

    /// Where the record starts in its file, counting the header as line 1.
    long line();

    /// A row in the words of the receiving table: one value per column, empty where there is none.
    record Row(long line, List<String> values, String original) implements Sighting {}

    /// A line that is not a row, and why.
    record Unreadable(long line, String reason, String detail, String original, String column)
            implements Sighting {

        public Unreadable(long line, String reason, String detail, String original) {
            this(line, reason, detail, original, "");
        }
    }

    /// A row that the mapping leaves out on purpose.
    record LeftOut(long line) implements Sighting {}
}
