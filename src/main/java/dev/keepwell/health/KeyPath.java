package dev.keepwell.health;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The way to a place in the text of a model, by keys and by the names of items.
final class KeyPath {

    /// By these an item of a list is named.
    private static final List<String> NAMES = List.of("group", "metric", "cap", "profile");

    /// The order in which a model is written. A new key goes behind the last that comes before it.
    private static final List<String> ORDER =
            List.of(
                    "model",
                    "profile",
                    "group",
                    "metric",
                    "cap",
                    "when",
                    "weight",
                    "title",
                    "bands",
                    "coverage_floor",
                    "hysteresis",
                    "percentile",
                    "trend",
                    "curve",
                    "steps",
                    "category",
                    "by_age",
                    "fresh_for",
                    "never_fades_at",
                    "missing",
                    "at_most",
                    "says",
                    "owner",
                    "expires_on",
                    "measures",
                    "groups",
                    "caps",
                    "profiles");

    /// Lists that a model can do without.
    private static final Set<String> OPTIONAL = Set.of("caps", "profiles");

    private KeyPath() {}

    /// `groups/usage/weight` as its steps.
    static List<String> of(String path) {
        return List.of(path.split("/"));
    }

    static boolean isOptional(List<String> path) {
        return path.size() == 1 && OPTIONAL.contains(path.getFirst());
    }

    static Optional<Node> find(Node root, List<String> path) {
        var node = Optional.of(root);
        for (var step : path) {
            node = node.flatMap(it -> step(it, step));
        }
        return node;
    }

    static List<String> keys(MappingNode map) {
        return map.getValue().stream().map(it -> Place.word(it.getKeyNode())).toList();
    }

    /// The name of an item: the value of its key `group`, `metric`, `cap` or `profile`.
    static Optional<String> name(Node item) {
        return NAMES.stream()
                .flatMap(it -> step(item, it).stream())
                .filter(ScalarNode.class::isInstance)
                .map(it -> ((ScalarNode) it).getValue())
                .findFirst();
    }

    /// The value behind which a new key belongs; none in an empty mapping.
    static Optional<Node> before(MappingNode map, String key) {
        var tuples = map.getValue();
        int rank = ORDER.indexOf(key);
        return tuples.reversed().stream()
                .filter(it -> rank < 0 || ORDER.indexOf(Place.word(it.getKeyNode())) < rank)
                .findFirst()
                .or(() -> tuples.stream().reduce((_, last) -> last))
                .map(it -> it.getValueNode());
    }

    private static Optional<Node> step(Node node, String step) {
        return switch (node) {
            case MappingNode map ->
                    map.getValue().stream()
                            .filter(it ->
                                    it.getKeyNode() instanceof ScalarNode key
                                            && key.getValue().equals(step))
                            .map(it -> it.getValueNode())
                            .findFirst();
            case SequenceNode list ->
                    list.getValue().stream()
                            .filter(it -> it instanceof MappingNode && isNamed(it, step))
                            .findFirst();
            default -> Optional.empty();
        };
    }

    private static boolean isNamed(Node item, String name) {
        return name(item).filter(name::equals).isPresent();
    }
}
