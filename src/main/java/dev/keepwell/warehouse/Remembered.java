package dev.keepwell.warehouse;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// What a session was asked and where the answers lie, so that nothing is asked twice.
///
/// Facts do not change while they are open. So an answer changes only when a relation is another
/// one that was put beside them.
final class Remembered {

    /// Stands for a relation: what it was made of, under which others.
    private record Made(Object of, SortedMap<String, Integer> among) {}

    private final Map<Made, Integer> numbers = new HashMap<>();
    private final SortedMap<String, Integer> present = new TreeMap<>();
    private final Map<Made, Path> answers = new HashMap<>();

    /// False when just this relation is there already.
    boolean supplied(Relation relation) {
        return put(relation.name(), new Made(relation, new TreeMap<>()));
    }

    /// The same of a relation that is the answer to a query.
    boolean derived(String name, String sql) {
        return put(name, new Made(List.of(name, sql), others(name)));
    }

    private boolean put(String name, Made made) {
        var number = numbers.computeIfAbsent(made, _ -> numbers.size());
        return !number.equals(present.put(name, number));
    }

    private SortedMap<String, Integer> others(String name) {
        var others = new TreeMap<>(present);
        others.remove(name);
        return others;
    }

    /// Where the answer lies, which may become the relation of the name.
    Path answer(String name, String sql, Supplier<Path> asked) {
        var made = new Made(sql, others(name));
        var known = answers.get(made);
        if (known != null) {
            return known;
        }
        var written = asked.get();
        answers.put(made, written);
        return written;
    }
}
