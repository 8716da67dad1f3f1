package dev.keepwell.job;

import dev.keepwell.postgres.Session;

/// What accompanies work that is stored step by step, each step in a transaction of its own.
public interface Steps<T> {

    /// Hears of each step after it was stored.
    void done(T step);

    /// Called in the transaction that stores a step, after its last write: it commits only while
    /// the job is still in these hands. See [Progress#hold].
    default void hold(Session session) {}
}
