package dev.keepwell.metric;

import dev.keepwell.kernel.CatalogText;
import dev.keepwell.kernel.Keys;
import dev.keepwell.metric.Condition.Answers;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/// A condition file: what it means, the query for the accounts it holds for, and worked examples.
record ConditionFile(Condition condition, String examples) {

    private static final Set<String> KEYS =
            Set.of(
                    "condition",
                    "title",
                    "means",
                    "reads",
                    "sources",
                    "stalls_after",
                    "begins_with",
                    "begins_before",
                    "answers");

    static ConditionFile parse(String place, String text) {
        var file = CatalogText.parse(place, text);
        if (file.blocks().size() != 2 || file.queries().size() != 1) {
            throw file.refused(
                    "a condition file is a definition block, a query, and an examples block.");
        }
        var keys = Keys.of(place, new Yaml().load(file.blocks().getFirst())).only(KEYS);
        var condition =
                new Condition(
                        keys.text("condition"),
                        keys.text("title"),
                        keys.text("means"),
                        keys.words("reads"),
                        MetricFile.alternatives(keys),
                        keys.find("stalls_after")
                                .map(_ -> keys.number("stalls_after", 0))
                                .orElse(null),
                        keys.find("begins_with").map(_ -> begins(keys)).orElse(null),
                        keys.find("answers").map(_ -> answers(file, keys)).orElse(Answers.HOLDS),
                        file.queries().getFirst());
        return new ConditionFile(condition, file.blocks().getLast());
    }

    private static Condition.Begins begins(Keys keys) {
        return new Condition.Begins(keys.text("begins_with"), keys.number("begins_before", 0));
    }

    private static Answers answers(CatalogText file, Keys keys) {
        return switch (keys.text("answers")) {
            case "holds" -> Answers.HOLDS;
            case "number" -> Answers.NUMBER;
            case "word" -> Answers.WORD;
            case String other ->
                    throw file.refused(
                            "a condition answers holds, number or word, but got '" + other + "'.");
        };
    }
}
