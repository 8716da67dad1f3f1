package dev.keepwell.metric;

import dev.keepwell.kernel.CatalogText;
import dev.keepwell.kernel.Keys;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.Metric.Absent;
import dev.keepwell.metric.Metric.Bounds;
import dev.keepwell.metric.Metric.Lines;
import dev.keepwell.metric.Metric.Meaning;
import dev.keepwell.metric.Metric.Members;
import dev.keepwell.metric.Metric.Rules;
import dev.keepwell.metric.Metric.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// A metric file in its three parts: what it means, how it is computed, how we know.
///
/// A metric whose groups cannot add up brings a query of its own for them, and one for every grain
/// that is not made of accounts; lines such as `--- groups` part them.
public record MetricFile(Metric metric, String examples) {

    private static final Set<String> KEYS =
            Set.of(
                    "metric",
                    "title",
                    "question",
                    "kind",
                    "unit",
                    "better",
                    "per",
                    "window",
                    "reads",
                    "sources",
                    "absent",
                    "bounds",
                    "minimum",
                    "interval",
                    "interval_not_of",
                    "components",
                    "component_units",
                    "dimension",
                    "rows",
                    "rows_read",
                    "members",
                    "begins_with",
                    "stalls_after",
                    "settles_after",
                    "tags",
                    "owner",
                    "version",
                    "related",
                    "meaning",
                    "caveats");

    public static MetricFile parse(String place, String text) {
        var file = CatalogText.parse(place, text);
        if (file.blocks().size() != 2 || file.queries().size() != 1) {
            throw file.refused(
                    "a metric file is a definition block, a query, and an examples block.");
        }
        var keys = keys(file).only(KEYS);
        var sections = Sections.of(file.queries().getFirst(), keys);
        var metric =
                new Metric(
                        new MetricName(keys.text("metric")),
                        meaning(keys),
                        kind(keys),
                        rules(keys),
                        sections.queries(keys));
        if (!metric.meaning().question().endsWith("?")) {
            throw keys.refusedAt("question", "the question ends in '?'.");
        }
        sections.check(metric, keys);
        return new MetricFile(metric, file.blocks().getLast());
    }

    /// The keys of the definition, each of which knows its line.
    private static Keys keys(CatalogText file) {
        var yaml = file.blocks().getFirst();
        int first = file.lineOf(yaml);
        try {
            return Keys.of(file.place(), new Yaml().load(yaml)).from(yaml, first);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var line = mark == null ? first : first + mark.getLine();
            throw Refusal.invalid(
                    "catalogue", "%s:%d  %s.".formatted(file.place(), line, e.getProblem()));
        }
    }

    /// Reads a file that lies outside the program.
    static MetricFile read(Path path) {
        try {
            var file = parse(path.toString(), Files.readString(path));
            if (!path.endsWith(file.metric().name() + ".sql")) {
                throw Refusal.invalid(
                        "catalogue",
                        "%s  calls itself '%s'. Name the file %s.sql."
                                .formatted(path, file.metric().name(), file.metric().name()));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Meaning meaning(Keys keys) {
        return new Meaning(
                keys.text("title"),
                keys.text("question"),
                word(Unit.class, keys, "unit", Optional.empty()),
                word(Better.class, keys, "better", Optional.empty()),
                keys.text("meaning", ""),
                keys.words("caveats"),
                keys.words("tags"),
                keys.words("related"),
                keys.text("owner", ""),
                keys.number("version", 1));
    }

    private static Kind kind(Keys keys) {
        var kind = keys.text("kind");
        return switch (kind) {
            case "amount" -> new Kind.Amount();
            case "count" -> new Kind.Count();
            case "distinct" -> new Kind.Distinct();
            case "latest" -> new Kind.Latest();
            case "ratio" -> new Kind.Ratio(1);
            case "percentage" -> new Kind.Ratio(100);
            case "balance-of-answers" -> new Kind.Balance();
            case String other ->
                    throw keys.refusedAt(
                            "kind",
                            ("a kind is amount, count, distinct, latest, ratio, percentage or"
                                            + " balance-of-answers, not '%s'.")
                                    .formatted(other));
        };
    }

    private static Rules rules(Keys keys) {
        return new Rules(
                grains(keys),
                Window.parse(keys),
                keys.words("reads"),
                alternatives(keys),
                word(Absent.class, keys, "absent", Optional.of(Absent.NO_DATA)),
                bounds(keys),
                new Sample(
                        Limit.parse(keys, keys.text("minimum", "0")),
                        keys.words("interval").contains("wilson"),
                        keys.words("interval_not_of")),
                lines(keys),
                word(Members.class, keys, "members", Optional.of(Members.CLOSING)),
                keys.find("begins_with").map(Object::toString).orElse(null),
                keys.find("stalls_after").map(_ -> keys.number("stalls_after", 0)).orElse(null),
                Limit.parse(keys, keys.text("settles_after", "0")));
    }

    /// Wherever a manager is asked, the manager's team may be asked too.
    private static List<Grain> grains(Keys keys) {
        var named = EnumSet.noneOf(Grain.class);
        keys.words("per").forEach(it -> named.add(Grain.named(it)));
        if (named.contains(Grain.CSM)) {
            named.add(Grain.TEAM);
        }
        return List.copyOf(named);
    }

    private static Lines lines(Keys keys) {
        var components =
                keys.words("components").stream().map(it -> it.equals("headline") ? "" : it);
        var units = new TreeMap<String, Unit>();
        if (keys.find("component_units").isPresent()) {
            var given = Keys.of(keys.place(), keys.find("component_units").orElseThrow());
            for (var name : given.only(Set.copyOf(keys.words("components"))).names()) {
                units.put(name, word(Unit.class, given, name, Optional.empty()));
            }
        }
        return new Lines(
                components.toList(),
                keys.find("dimension").map(Object::toString).orElse(null),
                units);
    }

    /// The tables without which there is no answer; `a or b` is one of the two.
    static List<List<String>> alternatives(Keys keys) {
        return keys.words("sources").stream().map(it -> List.of(it.split(" or "))).toList();
    }

    private static Bounds bounds(Keys keys) {
        var bounds = keys.words("bounds");
        return bounds.size() == 2
                ? new Bounds(
                        Double.parseDouble(bounds.getFirst()), Double.parseDouble(bounds.getLast()))
                : Bounds.NONE;
    }

    private static <E extends Enum<E>> E word(
            Class<E> type, Keys keys, String key, Optional<E> otherwise) {
        if (keys.find(key).isEmpty() && otherwise.isPresent()) {
            return otherwise.get();
        }
        var word = keys.text(key).toUpperCase(Locale.ROOT).replace(' ', '_');
        var known = List.of(type.getEnumConstants());
        return known.stream()
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        keys.refusedAt(
                                key,
                                "'%s' is one of %s, not '%s'."
                                        .formatted(key, words(known), keys.text(key))));
    }

    private static String words(List<? extends Enum<?>> known) {
        return String.join(
                ", ",
                Arrays.stream(known.toArray(Enum<?>[]::new))
                        .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .toList());
    }
}
