package dev.keepwell.metric;

import dev.keepwell.kernel.CatalogText;
import dev.keepwell.kernel.Keys;
import dev.keepwell.metric.Metric.Absent;
import dev.keepwell.metric.Metric.Bounds;
import dev.keepwell.metric.Metric.Lines;
import dev.keepwell.metric.Metric.Meaning;
import dev.keepwell.metric.Metric.Members;
import dev.keepwell.metric.Metric.Rules;
import dev.keepwell.metric.Metric.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/// A metric file in its three parts: what it means, how it is computed, how we know.
///
/// A metric whose groups cannot add up brings a second query, for groups, after the first; a line
/// `--- groups` parts the two.
public record MetricFile(Metric metric, String examples) {

    private static final String GROUPS = "--- groups";

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
                    "components",
                    "dimension",
                    "members",
                    "begins_with",
                    "stalls_after",
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
        var keys = Keys.of(place, new Yaml().load(file.blocks().getFirst())).only(KEYS);
        var queries = file.queries().getFirst().split("(?m)^" + GROUPS + ".*$", 2);
        var metric =
                new Metric(
                        new MetricName(keys.text("metric")),
                        meaning(keys),
                        kind(keys),
                        rules(keys),
                        queries[0].strip(),
                        queries.length == 2 ? queries[1].strip() : "");
        check(metric, keys, queries[0]);
        return new MetricFile(metric, file.blocks().getLast());
    }

    private static void check(Metric metric, Keys keys, String query) {
        if (!metric.meaning().question().endsWith("?")) {
            throw keys.refused("the question ends in '?'.");
        }
        for (var fact : metric.rules().reads()) {
            if (!fact.startsWith("fact.") || !(query + metric.groupQuery()).contains(fact)) {
                throw keys.refused("reads %s, but the query never uses it.".formatted(fact));
            }
        }
        var groups = metric.rules().per().stream().anyMatch(grain -> grain != Grain.ACCOUNT);
        if (groups && !metric.kind().adds() && !metric.hasGroupQuery()) {
            throw keys.refused(
                    "its values do not add up, so it needs a second query after '%s'."
                            .formatted(GROUPS));
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
                    throw keys.refused(
                            ("a kind is amount, count, distinct, latest, ratio, percentage or"
                                            + " balance-of-answers, not '%s'.")
                                    .formatted(other));
        };
    }

    private static Rules rules(Keys keys) {
        return new Rules(
                keys.words("per").stream().map(Grain::named).toList(),
                Window.parse(keys),
                keys.words("reads"),
                alternatives(keys),
                word(Absent.class, keys, "absent", Optional.of(Absent.NO_DATA)),
                bounds(keys),
                new Sample(keys.number("minimum", 0), keys.words("interval").contains("wilson")),
                lines(keys),
                word(Members.class, keys, "members", Optional.of(Members.CLOSING)),
                keys.find("begins_with").map(Object::toString).orElse(null),
                keys.find("stalls_after").map(_ -> keys.number("stalls_after", 0)).orElse(null));
    }

    private static Lines lines(Keys keys) {
        var components =
                keys.words("components").stream().map(it -> it.equals("headline") ? "" : it);
        return new Lines(
                components.toList(), keys.find("dimension").map(Object::toString).orElse(null));
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
                        keys.refused(
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
