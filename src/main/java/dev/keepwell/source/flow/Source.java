package dev.keepwell.source.flow;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Something that data comes from: what came of it altogether, and table by table.
public record Source(
        String name, Set<Way> ways, Care care, SourceTable whole, List<SourceTable> tables) {

    /// Who looks after it, and since when it is paused, by whom.
    public record Care(
            @Nullable String owner, @Nullable Instant pausedAt, @Nullable String pausedBy) {

        static final Care NONE = new Care(null, null, null);

        public boolean isPaused() {
            return pausedAt != null;
        }
    }

    public Source {
        ways = Collections.unmodifiableSet(new TreeSet<>(ways));
        tables = List.copyOf(tables);
    }

    /// Its tables that are late or silent.
    public long overdue() {
        return tables.stream().filter(it -> it.standing().isOverdue()).count();
    }
}
