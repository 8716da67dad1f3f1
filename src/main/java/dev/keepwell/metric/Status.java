package dev.keepwell.metric;

/// How far a value can be trusted. In order of precedence: the first that applies is printed, the
/// others become warnings.
public enum Status {
    /// The source of the facts is not connected: null, never zero.
    SOURCE_MISSING,
    /// The question does not arise, as with seats of an unlimited licence.
    NOT_APPLICABLE,
    /// We looked, there was nothing, and nothing does not mean zero.
    NO_DATA,
    /// A ratio without anything to divide by.
    ZERO_DENOMINATOR,
    /// Too little is known for a health score.
    INSUFFICIENT_COVERAGE,
    /// There is a value, from too few cases to colour or score it.
    INSUFFICIENT_SAMPLE,
    /// Unfinished cases take part in the estimate.
    CENSORED,
    /// A horizon stands in for a value without end.
    CAPPED,
    /// The last observation is older than its guideline.
    STALE,
    /// More facts of these days may still arrive.
    PROVISIONAL,
    OK
}
