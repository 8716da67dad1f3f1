package dev.keepwell.source.file;

import java.util.List;

/// What one record of a file turned out to be, and where it stands.
public sealed interface Entry {

    /// The line, or the row of a sheet, counting the header as it stands in the file.
    long line();

    /// The record as it was sent; where that was not text, a line of CSV with its values.
    String original();

    /// One value for each column, empty where there is none.
    record Fields(long line, List<String> values, String original) implements Entry {}

    /// A record that cannot be a row, and the rule it broke.
    record Broken(long line, String reason, String detail, String original) implements Entry {}
}
