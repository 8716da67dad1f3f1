package dev.keepwell.metric;

import dev.keepwell.warehouse.FactFile;
import dev.keepwell.warehouse.FactFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Which metrics depend on a table, and on which of its columns.
@Component
public final class Dependents {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String FACT = "fact.";

    /// Events are usage, too.
    private static final Map<String, String> USAGE =
            Map.of("event", "usage_event", "event_day", "usage_event");

    private final Catalogue catalogue;
    private final FactFiles facts;

    Dependents(Catalogue catalogue, FactFiles facts) {
        this.catalogue = catalogue;
        this.facts = facts;
    }

    /// The metrics that depend on a table, by name; and which of them read which of its columns, as
    /// far as a query that reads the table says the word.
    public record Readers(List<Metric> metrics, Map<String, Long> byWord) {

        public long of(String column) {
            return byWord.getOrDefault(column, 0L);
        }
    }

    /// By table.
    public SortedMap<String, Readers> byTable() {
        var metrics = new TreeMap<String, List<Metric>>();
        var words = new HashMap<String, Map<String, Long>>();
        for (var file : catalogue.files()) {
            var metric = file.metric();
            var said = said(metric);
            said.forEach((table, its) -> {
                metrics.computeIfAbsent(table, _ -> new ArrayList<>()).add(metric);
                var counts = words.computeIfAbsent(table, _ -> new HashMap<>());
                its.forEach(it -> counts.merge(it, 1L, Long::sum));
            });
        }
        var readers = new TreeMap<String, Readers>();
        metrics.forEach((table, its) ->
                readers.put(table, new Readers(its, words.getOrDefault(table, Map.of()))));
        return readers;
    }

    /// The words that are said by the queries through which the metric reads a table.
    private Map<String, Set<String>> said(Metric metric) {
        var said = new HashMap<String, Set<String>>();
        for (var fact : closure(metric.rules().reads())) {
            var words = WORD.matcher(fact.query()).results().map(it -> it.group()).toList();
            for (var read : fact.reads()) {
                if (!read.startsWith(FACT)) {
                    said.computeIfAbsent(table(read), _ -> new HashSet<>()).addAll(words);
                }
            }
        }
        return said;
    }

    private Collection<FactFile> closure(Collection<String> reads) {
        var all = new HashMap<String, FactFile>();
        var open = new ArrayList<>(reads);
        while (!open.isEmpty()) {
            var read = open.removeLast();
            if (read.startsWith(FACT) && !all.containsKey(read)) {
                var fact = facts.named(read.substring(FACT.length()));
                all.put(read, fact);
                open.addAll(fact.reads());
            }
        }
        return all.values();
    }

    private static String table(String read) {
        var name = read.substring(read.indexOf('.') + 1);
        return USAGE.getOrDefault(name, name);
    }
}
