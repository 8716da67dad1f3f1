package dev.keepwell.source;

import dev.keepwell.source.Mapping.Join;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which columns of each file are looked at by the joins of others.
final class JoinedColumns {

    private final Map<String, Set<String>> columns = new HashMap<>();

    JoinedColumns(Mapping mapping) {
        mapping.files().forEach(it -> add(it.joins()));
    }

    Set<String> of(String file) {
        return columns.getOrDefault(file, Set.of());
    }

    Set<String> files() {
        return columns.keySet();
    }

    private void add(List<Join> joins) {
        for (var join : joins) {
            var looked = columns.computeIfAbsent(join.file(), _ -> new HashSet<>());
            join.keys().forEach(it -> looked.add(it.there().text()));
            join.taken().values().forEach(it -> looked.add(it.text()));
            join.conditions().forEach(it -> looked.add(it.column().text()));
            join.joins().forEach(it -> it.keys().forEach(key -> looked.add(key.here().text())));
            var choice = join.choice();
            if (choice != null) {
                looked.add(choice.column().text());
            }
            add(join.joins());
        }
    }
}
