package dev.keepwell.customer;

/// A row cannot be used: the rule it breaks, as a word for scripts and as a sentence for people.
final class Unfit extends RuntimeException {

    private final String reason;
    private final String column;

    Unfit(String reason, String sentence) {
        this(reason, sentence, "");
    }

    private Unfit(String reason, String sentence, String column) {
        // Without a stack trace: rows are refused by the million, and it would say nothing.
        super(sentence, null, false, false);
        this.reason = reason;
        this.column = column;
    }

    /// The same, where it is one value that breaks the rule.
    Unfit in(String broken) {
        return new Unfit(reason, sentence(), broken);
    }

    /// The column whose value breaks the rule; empty when it is the row.
    String column() {
        return column;
    }

    String reason() {
        return reason;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
