package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The places of a model in its text: groups, measures and caps by their names.
record ModelPlaces(YamlText text) {

    private static final String GROUPS = "groups";
    private static final String MEASURES = "measures";

    static ModelPlaces of(String yaml) {
        return new ModelPlaces(new YamlText(yaml));
    }

    String putInGroup(String group, String key, Fragment value) {
        checkGroup(group);
        return text.put(List.of(GROUPS, group, key), value).text();
    }

    String putInMeasure(String metric, String key, Fragment value) {
        return text.put(within(measure(metric), key), value).text();
    }

    String removeFromMeasure(String metric, List<String> keys) {
        var path = measure(metric);
        var left = text;
        for (var key : keys) {
            left = left.remove(within(path, key));
        }
        return left.text();
    }

    /// Writes a value where its place or the one above it exists.
    String put(List<String> path, Fragment value) {
        if (path.size() > 1) {
            check(path.subList(0, path.size() - 1));
        }
        return text.put(path, value).text();
    }

    /// Adds an item in the style of its neighbours: on one line if the last of them is.
    String add(List<String> path, Function<Boolean, Fragment> item) {
        if (text.find(path).isPresent()) {
            throw Edit.refusal("'%s' is there already.".formatted(String.join("/", path)));
        }
        var isShort =
                text.find(path.subList(0, path.size() - 1))
                        .filter(ModelPlaces::isOnOneLine)
                        .isPresent();
        return text.put(path, item.apply(isShort)).text();
    }

    String remove(List<String> path) {
        check(path);
        return text.remove(path).text();
    }

    /// The path to the measure of this metric, whichever group has it.
    List<String> measure(String metric) {
        return find(metric)
                .orElseThrow(() -> unknown("measure", List.of(metric), measures().toList()));
    }

    Optional<List<String>> find(String metric) {
        return groups().map(it -> List.of(GROUPS, it, MEASURES, metric))
                .filter(it -> text.find(it).isPresent())
                .findFirst();
    }

    void checkGroup(String group) {
        if (text.find(List.of(GROUPS, group)).isEmpty()) {
            throw unknown("group", List.of(group), groups().toList());
        }
    }

    private void check(List<String> path) {
        for (int i = 1; i <= path.size(); i++) {
            var part = path.subList(0, i);
            if (text.find(part).isEmpty()) {
                var above = text.find(path.subList(0, i - 1)).orElseThrow();
                throw unknown("place", part, words(above));
            }
        }
    }

    private Stream<String> groups() {
        return names(List.of(GROUPS));
    }

    private Stream<String> measures() {
        return groups().flatMap(it -> names(List.of(GROUPS, it, MEASURES)));
    }

    private Stream<String> names(List<String> path) {
        return text.find(path).map(ModelPlaces::words).orElse(List.of()).stream();
    }

    private static List<String> words(Node node) {
        return switch (node) {
            case MappingNode map -> KeyPath.keys(map);
            case SequenceNode list ->
                    list.getValue().stream().flatMap(it -> KeyPath.name(it).stream()).toList();
            default -> List.of();
        };
    }

    private static boolean isOnOneLine(Node list) {
        if (NodeSpan.isFlow(list) || !(list instanceof SequenceNode it)) {
            return NodeSpan.isFlow(list);
        }
        return !it.getValue().isEmpty() && NodeSpan.isFlow(it.getValue().getLast());
    }

    private static List<String> within(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static Refusal unknown(String kind, List<String> path, List<String> known) {
        var meant = Suggestion.forWord(path.getLast(), known);
        return Refusal.unknown(
                "unknown_model_place",
                "The model has no %s '%s'.%s".formatted(kind, String.join("/", path), meant));
    }
}
