package dev.keepwell.screen.export;

import dev.keepwell.customer.CurrentRecords.Column;
import dev.keepwell.customer.CurrentRecords.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// In which order sheets are taken in again, so that nothing comes before what it cannot be
/// without.
///
/// Within one import tables are sorted anyway; rows may need those of another source, though.
final class ImportOrder {

    /// Sheets of one source that are taken in together.
    record Step(String source, List<Sheet> sheets) {}

    private static final String EXTERNAL = "ext:";

    private final List<Sheet> sheets;
    private final Map<Sheet, Set<Sheet>> needs = new HashMap<>();

    ImportOrder(List<Sheet> sheets) {
        this.sheets = List.copyOf(sheets);
    }

    /// Hears of a row on its way.
    void see(Sheet sheet, List<Column> columns, List<String> row) {
        for (int i = 0; i < columns.size(); i++) {
            var refers = columns.get(i).refers();
            var text = row.get(i);
            if (refers != null && columns.get(i).needed() && text.startsWith(EXTERNAL)) {
                var slash = text.indexOf('/', EXTERNAL.length());
                var source = slash < 0 ? sheet.source() : text.substring(EXTERNAL.length(), slash);
                needs.computeIfAbsent(sheet, _ -> new HashSet<>()).add(new Sheet(refers, source));
            }
        }
    }

    /// Each step takes as many sheets of one source as can be taken then.
    List<Step> steps() {
        var waiting = new LinkedHashSet<>(sheets);
        var steps = new ArrayList<Step>();
        while (!waiting.isEmpty()) {
            var next =
                    sources(waiting).stream()
                            .map(it -> new Step(it, ready(it, waiting)))
                            .filter(it -> !it.sheets.isEmpty())
                            .findFirst()
                            .orElseGet(() -> rest(waiting));
            waiting.removeAll(next.sheets);
            steps.add(next);
        }
        return List.copyOf(steps);
    }

    private static Set<String> sources(Set<Sheet> waiting) {
        var sources = new TreeSet<String>();
        waiting.forEach(it -> sources.add(it.source()));
        return sources;
    }

    private List<Sheet> ready(String source, Set<Sheet> waiting) {
        var ready = new ArrayList<Sheet>();
        var held = new HashSet<>(waiting);
        for (var sheet : sheets) {
            if (sheet.source().equals(source) && waiting.contains(sheet)) {
                // What a table points to stands before it, and so has been looked at.
                if (needs.getOrDefault(sheet, Set.of()).stream().noneMatch(held::contains)) {
                    ready.add(sheet);
                    held.remove(sheet);
                } else {
                    return ready;
                }
            }
        }
        return ready;
    }

    private static Step rest(Set<Sheet> waiting) {
        var source = waiting.iterator().next().source();
        return new Step(source, waiting.stream().filter(it -> it.source().equals(source)).toList());
    }
}
