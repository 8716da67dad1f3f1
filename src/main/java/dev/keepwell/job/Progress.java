package dev.keepwell.job;

import dev.keepwell.postgres.Session;
import java.util.function.Function;

/// Where work says how far it has come. Each report is a commit: one a second is plenty.
public interface Progress {

    /// Replaces the last report, in JSON. Stops work that has lost its job to another server or
    /// that the server no longer waits for.
    void report(String json);

    /// Keeps the job to the end of the transaction, and stops work that has lost it: what the
    /// transaction wrote is then rolled back. Called after the last write, so that a process that
    /// stalls while it writes does not keep the job from whoever goes on with it.
    void hold(Session session);

    /// The same for work that goes step by step, each told in these words.
    default <T> Steps<T> steps(Function<T, String> words) {
        return new Steps<>() {
            @Override
            public void done(T step) {
                report(words.apply(step));
            }

            @Override
            public void hold(Session session) {
                Progress.this.hold(session);
            }
        };
    }
}
