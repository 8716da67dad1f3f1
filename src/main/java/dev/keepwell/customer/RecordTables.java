package dev.keepwell.customer;

import dev.keepwell.source.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All record tables of the catalogue, each after those that its rows point to.
final class RecordTables implements Vocabulary {

    private static final String PATTERN = "classpath:catalog/records/*.yaml";

    private final SequencedMap<String, RecordTable> tables = new LinkedHashMap<>();

    RecordTables(Collection<RecordTable> declared) {
        var waiting = new TreeMap<String, RecordTable>();
        declared.forEach(it -> waiting.put(it.name(), it));
        while (!waiting.isEmpty()) {
            var next =
                    waiting.values().stream()
                            .filter(it -> tables.keySet().containsAll(it.referred()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "These tables refer to each other or to none: "
                                                    + waiting.keySet()));
            tables.put(next.name(), next);
            waiting.remove(next.name());
        }
    }

    /// The declarations that are packaged with the program.
    static RecordTables packaged() {
        var declared = new ArrayList<RecordTable>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
                var name = Objects.requireNonNull(file.getFilename()).replace(".yaml", "");
                declared.add(
                        RecordFile.read(name, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RecordTables(declared);
    }

    RecordTable table(String name) {
        return Objects.requireNonNull(tables.get(name), () -> "No table is called " + name);
    }

    Collection<RecordTable> all() {
        return tables.values();
    }

    /// The prefix of the ids of each table.
    Map<String, String> prefixes() {
        var prefixes = new TreeMap<String, String>();
        tables.values().forEach(it -> prefixes.put(it.name(), it.key().prefix()));
        return prefixes;
    }

    @Override
    public Collection<String> tables() {
        return tables.keySet();
    }

    @Override
    public List<String> columns(String table) {
        var columns = new ArrayList<String>();
        for (var column : table(table).columns()) {
            if (column.type().isSent()) {
                columns.add(column.name());
            }
        }
        columns.addAll(RecordTable.COMMON);
        return columns;
    }

    @Override
    public Kind kind(String table, String column) {
        return table(table).columns().stream()
                .filter(it -> it.name().equals(column))
                .findFirst()
                .map(it -> it.many() ? Kind.OTHER : it.type().kind())
                .orElse(RecordTable.COMMON.contains(column) ? Kind.INSTANT : Kind.OTHER);
    }

    @Override
    public List<String> requiredColumns(String table) {
        return table(table).columns().stream()
                .filter(RecordColumn::isNeeded)
                .map(RecordColumn::name)
                .toList();
    }
}
