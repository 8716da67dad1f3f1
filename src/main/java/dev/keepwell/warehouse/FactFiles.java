package dev.keepwell.warehouse;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.workspace.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All fact files of the catalogue, by name.
public final class FactFiles {

    private final Map<String, FactFile> byName;

    private FactFiles(Map<String, FactFile> byName) {
        this.byName = byName;
    }

    /// Reads the files that are packaged with the program.
    public static FactFiles packaged() {
        var byName = new TreeMap<String, FactFile>();
        try {
            var pattern = "classpath*:catalog/facts/*.sql";
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var place = "catalog/facts/" + file.getFilename();
                var fact = FactFile.parse(place, file.getContentAsString(StandardCharsets.UTF_8));
                if (!place.endsWith("/" + fact.name() + ".sql")) {
                    throw Refusal.invalid(
                            "catalogue", place + "  the file is named like its fact.");
                }
                byName.put(fact.name(), fact);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var files = new FactFiles(byName);
        byName.values().forEach(files::checkReads);
        return files;
    }

    /// A table built from what was asked of one period would answer for all others with it.
    private void checkReads(FactFile file) {
        for (var read : file.reads()) {
            if (!file.isPerPeriod()
                    && read.startsWith("fact.")
                    && named(Relation.nameIn("fact", read)).isPerPeriod()) {
                throw Refusal.invalid(
                        "catalogue",
                        "catalog/facts/%s.sql  reads %s, so it is per period too. Say so."
                                .formatted(file.name(), read));
            }
        }
    }

    public FactFile named(String name) {
        var file = byName.get(name);
        if (file == null) {
            throw Refusal.unknown(
                    "unknown_fact",
                    "There is no fact '%s'.".formatted(name)
                            + Suggestion.forWord(name, byName.keySet()));
        }
        return Objects.requireNonNull(file);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /// The record tables and lake data sets behind some facts, through all the facts between.
    public Set<String> origins(Iterable<String> facts) {
        var origins = new TreeSet<String>();
        for (var fact : facts) {
            for (var read : named(Relation.nameIn("fact", fact)).reads()) {
                if (read.startsWith("fact.")) {
                    origins.addAll(origins(Set.of(read)));
                } else {
                    origins.add(read);
                }
            }
        }
        return origins;
    }

    /// Whether a table is made of what was done on days, of which there may be very many.
    boolean isDated(String table) {
        return table.startsWith("fact.")
                ? named(Relation.nameIn("fact", table)).reads().stream().anyMatch(this::isDated)
                : LakeTables.DATED.contains(table);
    }

    /// How many days before a day must be read of what was done, for these tables to be right on
    /// that day and after. Empty when that is all of history.
    OptionalInt back(Collection<String> tables, Settings settings) {
        int most = 0;
        for (var table : tables) {
            var back = isDated(table) ? back(table, settings) : OptionalInt.of(0);
            if (back.isEmpty()) {
                return back;
            }
            most = Math.max(most, back.getAsInt());
        }
        return OptionalInt.of(most);
    }

    private OptionalInt back(String table, Settings settings) {
        if (!table.startsWith("fact.")) {
            return OptionalInt.of(0);
        }
        var file = named(Relation.nameIn("fact", table));
        var own = file.back();
        var before = own == null ? OptionalInt.empty() : back(file.reads(), settings);
        return own == null || before.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(own.days(settings), before.getAsInt()));
    }

    /// Whether a fact, or one of those that it is built from, says a word.
    public boolean mentions(Collection<String> facts, String word) {
        return facts.stream()
                .filter(it -> it.startsWith("fact."))
                .map(it -> named(Relation.nameIn("fact", it)))
                .anyMatch(it -> it.query().contains(word) || mentions(it.reads(), word));
    }
}
