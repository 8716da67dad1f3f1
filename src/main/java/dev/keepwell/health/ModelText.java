package dev.keepwell.health;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The text of a model, which is the one truth: a form shows it and changes it place by place.
public final class ModelText {

    private ModelText() {}

    /// The text after the edits, in their order. It need not be a model yet: who edits may go
    /// through states that are not, and the findings say why they are not.
    public static String edited(String yaml, List<Edit> edits) {
        var text = yaml;
        for (var edit : edits) {
            checkEachPlaceOnce(text);
            text = edit.apply(text);
        }
        return text;
    }

    /// Of a value that stands in one place and counts in two, a form cannot change one alone.
    private static void checkEachPlaceOnce(String yaml) {
        checkOnce(Place.root(yaml).node(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void checkOnce(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            throw new Place(node)
                    .refuse(
                            "This is written once with & and used again with *, so it can only be"
                                    + " changed in the text.");
        }
        switch (node) {
            case SequenceNode list -> list.getValue().forEach(it -> checkOnce(it, seen));
            case MappingNode map ->
                    map.getValue()
                            .forEach(it -> {
                                checkOnce(it.getKeyNode(), seen);
                                checkOnce(it.getValueNode(), seen);
                            });
            default -> {}
        }
    }
}
