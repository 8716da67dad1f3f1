package dev.keepwell.source;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file on its way into one table: the unit in which an import counts and resumes. A line
/// counts only where the table `with` has taken it, if one is named.
public record Feed(
        String file,
        String sha256,
        String table,
        List<String> columns,
        Reading reading,
        String with) {

    public Feed(String file, String sha256, String table, List<String> columns, Reading reading) {
        this(file, sha256, table, columns, reading, "");
    }

    /// How to understand times: where a time without a zone was written, if the mapping says so,
    /// and whether what happened counts as known from that moment on. And whether what a row does
    /// not say stays as it was, or is cleared.
    public record Reading(
            @Nullable ZoneId writtenIn, boolean knownWhenItOccurred, boolean keepsBlank) {

        public Reading(@Nullable ZoneId writtenIn, boolean knownWhenItOccurred) {
            this(writtenIn, knownWhenItOccurred, false);
        }

        static final Reading PLAIN = new Reading(null, false);

        public Optional<ZoneId> zone() {
            return Optional.ofNullable(writtenIn);
        }
    }
}
