package dev.keepwell.job;

/// One kind of work that jobs can ask for. A module offers it as a bean.
///
/// A crash may cut it off anywhere, and it is then done again from the start: what it did before
/// must not count twice.
public interface Work {

    /// The word by which jobs ask for it: `import`.
    String kind();

    /// Does the work and returns its result as JSON. A [dev.keepwell.kernel.Refusal] fails the job
    /// with its code and message; anything else that is thrown is a bug and fails it as one.
    String perform(Job job, Progress progress);
}
