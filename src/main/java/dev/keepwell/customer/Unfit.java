package dev.keepwell.customer;

/// A row cannot be used: the rule it breaks, as a word for scripts and as a sentence for people.
final class Unfit extends RuntimeException {

    private final String reason;

    Unfit(String reason, String sentence) {
        // Without a stack trace: rows are refused by the million, and it would say nothing.
        super(sentence, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
