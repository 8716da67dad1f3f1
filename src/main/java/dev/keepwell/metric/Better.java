package dev.keepwell.metric;

/// Which way is good. It colours arrows and says nothing about enough.
public enum Better {
    HIGHER,
    LOWER,
    /// Too little is as bad as too much.
    MIDDLE,
    NEITHER
}
