package dev.keepwell.source.file;

/// How much stands behind a guess.
public enum Sureness {
    /// The file shows it.
    CERTAIN,
    /// Nothing speaks against it.
    LIKELY,
    /// It could as well be otherwise, and a person has to say.
    ASK
}
