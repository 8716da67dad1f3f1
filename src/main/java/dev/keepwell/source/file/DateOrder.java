package dev.keepwell.source.file;

/// Which part of a date written in numbers comes first. ISO dates are understood in every file.
public enum DateOrder {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST,
    /// The file does not tell, so nothing but ISO dates is understood until somebody does.
    UNKNOWN
}
