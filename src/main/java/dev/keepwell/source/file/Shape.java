package dev.keepwell.source.file;

/// What the values of a column look like.
public enum Shape {
    EMPTY,
    NUMBER,
    /// Numbers with a currency beside them.
    MONEY,
    DAY,
    INSTANT,
    EMAIL,
    DOMAIN,
    BOOLEAN,
    /// Different in each row, and no words.
    ID,
    TEXT
}
