package dev.keepwell.health;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/// Where the parts of a model stand in its text, for forms that show both.
public final class ModelLines {

    private final YamlText text;

    private ModelLines(YamlText text) {
        this.text = text;
    }

    /// Refuses what is not YAML.
    public static ModelLines of(String yaml) {
        return new ModelLines(new YamlText(yaml));
    }

    /// The line of a place such as `groups/usage/measures/nps`, counted from 1.
    public Optional<Integer> line(String path) {
        return node(path).map(it -> new Place(it).line());
    }

    /// What stands there, as it is written.
    public Optional<String> source(String path) {
        return node(path).map(text::source);
    }

    private Optional<Node> node(String path) {
        return text.find(KeyPath.of(path));
    }
}
