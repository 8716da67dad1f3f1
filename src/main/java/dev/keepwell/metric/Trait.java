package dev.keepwell.metric;

/// What an account is on a day, beside what is measured of it: its segment, how long it is a
/// customer. A model chooses by it and never weighs it.
public sealed interface Trait {

    /// As it is written and compared: `Enterprise`, `412`.
    String text();

    /// A whole number, such as days.
    record Count(long value) implements Trait {

        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /// A word that the workspace chose, such as a segment.
    record Word(String value) implements Trait {

        @Override
        public String text() {
            return value;
        }
    }
}
