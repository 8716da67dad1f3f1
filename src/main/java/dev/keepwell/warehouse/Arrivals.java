package dev.keepwell.warehouse;

import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What has arrived of the records behind the facts, and of which days it speaks.
public interface Arrivals {

    /// Where every table stands.
    Mark mark(WorkspaceId workspace);

    /// The first day that something speaks of that arrived between the marks. What has no day, such
    /// as a product, speaks of all of them, and so of [LocalDate#EPOCH]. Empty when nothing came.
    Optional<LocalDate> earliest(WorkspaceId workspace, Mark before, Mark after);

    /// How far each table had come: the number of its last version or file, or the day up to which
    /// it was complete. A moment would not do, because records may say themselves when they were
    /// known.
    record Mark(SortedMap<String, String> tables) {

        public Mark {
            tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        }

        /// Nothing has arrived yet.
        public boolean isBlank() {
            return tables.values().stream().allMatch(it -> it.equals("0"));
        }

        public static Mark of(Map<String, String> tables) {
            return new Mark(new TreeMap<>(tables));
        }

        /// The tables that stand elsewhere than they stood before.
        SortedMap<String, String> since(Mark before) {
            var moved = new TreeMap<>(tables);
            moved.entrySet().removeIf(it -> it.getValue().equals(before.tables.get(it.getKey())));
            return moved;
        }
    }
}
