package dev.keepwell.metric;

/// What a value counts, which decides how it is written.
public enum Unit {
    MONEY,
    PEOPLE,
    TICKETS,
    TOUCHES,
    DAYS,
    MINUTES,
    HOURS,
    YEARS,
    /// A share or a factor: 0.125, not 12.5.
    FRACTION,
    /// A share that the field writes out of a hundred, such as satisfied answers.
    PERCENT,
    POINTS,
    /// Yes or no of one account, and the share of those that say yes of a group.
    FLAG
}
