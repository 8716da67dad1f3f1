package dev.keepwell.warehouse.cluster;

import org.jspecify.annotations.Nullable;

/// A cluster did not do what it was asked to, and why.
public final class ClusterTrouble extends RuntimeException {

    /// What went wrong, as far as it decides what to do next.
    public enum Kind {
        /// Nobody answers at the address, or not in time.
        UNREACHABLE,
        /// The token is missing or wrong.
        TOKEN,
        /// The session is gone with the server that held it. A new one may work.
        LOST,
        /// A statement took longer than it may, and was taken back.
        LATE,
        /// The one who waited was interrupted, and the statement was taken back.
        CANCELLED,
        /// A disk of the cluster is full.
        FULL,
        /// The cluster ran the statement and failed.
        BROKEN
    }

    private final Kind kind;

    public ClusterTrouble(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
