package dev.keepwell.job;

/// Where work says how far it has come. Each report is a commit: one a second is plenty.
public interface Progress {

    /// Replaces the last report, in JSON. Stops work that has lost its job to another server or
    /// that the server no longer waits for.
    void report(String json);
}
