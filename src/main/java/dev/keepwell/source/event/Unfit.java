package dev.keepwell.source.event;

/// An event breaks a rule, at a place in it.
final class Unfit extends RuntimeException {

    private final Reason reason;
    private final String pointer;

    Unfit(Reason reason, String pointer, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.pointer = pointer;
    }

    Unfit(Reason reason, String pointer) {
        this(reason, pointer, reason.rule());
    }

    Reason reason() {
        return reason;
    }

    /// Where, as a JSON pointer; empty for all of it.
    String pointer() {
        return pointer;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
