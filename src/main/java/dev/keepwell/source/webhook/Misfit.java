package dev.keepwell.source.webhook;

/// A delivery cannot be read as a record: the rule it breaks, and what would mend it.
final class Misfit extends RuntimeException {

    private final String reason;

    Misfit(String reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    Outcome outcome() {
        return new Outcome.SetAside(reason, String.valueOf(getMessage()));
    }
}
