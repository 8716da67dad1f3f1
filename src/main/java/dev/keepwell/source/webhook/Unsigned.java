package dev.keepwell.source.webhook;

/// A request whose signature does not hold: the rule that it breaks, as a word and as a sentence.
final class Unsigned extends RuntimeException {

    private final String code;

    Unsigned(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
