package dev.keepwell.source;

import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How far one file has come on its way into one table, and what became of its rows.
public record FileProgress(
        String file, String table, long linesDone, Counts counts, @Nullable LocalDate latest) {

    /// Every row that was read is in exactly one of five counts. Rows that the mapping leaves out
    /// were not read; they are told apart.
    public record Counts(
            long created,
            long updated,
            long unchanged,
            long duplicate,
            SortedMap<String, Long> reasons,
            long leftOut) {

        public long rejected() {
            return reasons.values().stream().mapToLong(Long::longValue).sum();
        }

        public long read() {
            return created + updated + unchanged + duplicate + rejected();
        }
    }
}
