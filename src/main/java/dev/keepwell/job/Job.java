package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import java.time.Instant;

/// A piece of work that was promised to a workspace, and how far it has come.
///
/// Arguments, progress and result are JSON in the words of the module that does the work.
public record Job(
        JobId id,
        WorkspaceId workspace,
        String kind,
        String arguments,
        Instant createdAt,
        State state) {

    /// Where a job stands on its way from promised to kept.
    public sealed interface State {

        /// As the API and the database write it.
        default String word() {
            return switch (this) {
                case Queued _ -> "queued";
                case Running _ -> "running";
                case Done _ -> "done";
                case Failed _ -> "failed";
            };
        }
    }

    /// Kept or broken: nothing follows.
    public sealed interface End extends State {

        Instant finishedAt();
    }

    /// Waits for its turn, or for the server to run again.
    public record Queued() implements State {}

    /// Being worked on, for the `attempt`-th time: a crash in between starts it anew.
    public record Running(Instant startedAt, int attempt, String progress) implements State {}

    public record Done(Instant finishedAt, String result) implements End {}

    /// Will not be tried again. `code` is for scripts, `reason` for people.
    public record Failed(Instant finishedAt, String code, String reason) implements End {}
}
