package dev.keepwell.customer.identity;

import dev.keepwell.kernel.Refusal;

/// That one record is to count as another. Records are named by our id, by `ext:<source>/<id>`, or
/// by the id in their source where only one source has it.
public record MergeOrder(
        Kind kind, String loser, String survivor, String rule, String by, String reason) {

    /// The rule of a merge that nobody suggested.
    public static final String BY_HAND = "by_hand";

    private static final int LONGEST = 1_000;

    public MergeOrder {
        check("author", by);
        check("reason", reason);
    }

    private static void check(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Refusal.invalid(
                    what,
                    ("A merge has a field '%s' of 1 to %,d characters, so that others can follow"
                                    + " it. Fill it in.")
                            .formatted(what, LONGEST));
        }
    }
}
