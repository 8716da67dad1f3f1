package dev.keepwell.source.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What speaks for each of several ways to read the values of a file, and the first value that
/// could be read in more than one.
final class Evidence<W> {

    /// Where a value stands.
    record Seen(String column, long line, String text) {

        @Override
        public String toString() {
            return "'%s' in line %d of '%s'".formatted(text, line, column);
        }
    }

    private final Map<W, Seen> proofs = new LinkedHashMap<>();
    private final Map<W, Long> counts = new HashMap<>();
    private @Nullable Seen open;

    void prove(W way, Seen seen) {
        proofs.putIfAbsent(way, seen);
        counts.merge(way, 1L, Long::sum);
    }

    /// How many values can be read in this way only.
    long count(W way) {
        return counts.getOrDefault(way, 0L);
    }

    void leaveOpen(Seen seen) {
        open = open == null ? seen : open;
    }

    void add(Evidence<W> more) {
        more.proofs.forEach(proofs::putIfAbsent);
        open = open == null ? more.open : open;
    }

    List<W> ways() {
        return List.copyOf(proofs.keySet());
    }

    Seen proof(W way) {
        return java.util.Objects.requireNonNull(proofs.get(way));
    }

    /// A value that could be read in more than one way, while nothing says in which.
    @Nullable Seen undecided() {
        return proofs.isEmpty() ? open : null;
    }
}
