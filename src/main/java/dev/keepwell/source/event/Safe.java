package dev.keepwell.source.event;

/// Text from outside, on its way to where it is only looked at.
final class Safe {

    private static final int CHARS_MAX = 500;

    private Safe() {}

    /// Without what PostgreSQL cannot keep, and not too long.
    static String text(String text) {
        var cut = text.length() > CHARS_MAX ? text.substring(0, CHARS_MAX) + "…" : text;
        var safe = new StringBuilder();
        cut.codePoints()
                .map(it -> it == 0 || (it >= 0xD800 && it <= 0xDFFF) ? 0xFFFD : it)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
