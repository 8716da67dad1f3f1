package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;

/// Writes again what a damaged file of the lake held, from where it came. A module that keeps the
/// origin of a data set offers it as a bean.
public interface Rebuild {

    boolean can(String dataset);

    /// Publishes what the file held, and says whether that was all of it. When it was not, nothing
    /// of this transaction is kept, and the file stays a gap.
    boolean rebuild(Session session, WorkspaceId workspace, LakeFile damaged);
}
