package dev.keepwell.health;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Words and sentences as YAML writes them: plain where that says the same, else in quotes.
final class Scalars {

    private Scalars() {}

    static boolean isNumber(ScalarNode node) {
        return node.getScalarStyle() == ScalarStyle.PLAIN && Place.isNumber(node.getValue());
    }

    static String inBlock(String text) {
        return survives("k: " + text, text) ? text : quoted(text);
    }

    static String inFlow(String text) {
        return survives("{ k: " + text + " }", text) ? text : quoted(text);
    }

    /// In the quotes that the place had before.
    static String like(ScalarNode old, String text, boolean isInFlow) {
        return switch (old.getScalarStyle()) {
            case SINGLE_QUOTED -> "'" + text.replace("'", "''") + "'";
            case DOUBLE_QUOTED -> quoted(text);
            case PLAIN, LITERAL, FOLDED, JSON_SCALAR_STYLE ->
                    isInFlow ? inFlow(text) : inBlock(text);
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars()
                .forEach(it -> {
                    switch (it) {
                        case '"', '\\' -> quoted.append('\\').append((char) it);
                        case '\n' -> quoted.append("\\n");
                        case '\t' -> quoted.append("\\t");
                        default -> {
                            if (Character.isISOControl(it)) {
                                quoted.append("\\u%04x".formatted(it));
                            } else {
                                quoted.append((char) it);
                            }
                        }
                    }
                });
        return quoted.append('"').toString();
    }

    private static boolean survives(String yaml, String text) {
        try {
            var loader = new Yaml(new SafeConstructor(new LoaderOptions()));
            return loader.compose(new java.io.StringReader(yaml)) instanceof MappingNode map
                    && map.getValue().size() == 1
                    && map.getValue().getFirst().getValueNode() instanceof ScalarNode scalar
                    && scalar.getScalarStyle() == ScalarStyle.PLAIN
                    && scalar.getValue().equals(text);
        } catch (YAMLException _) {
            return false;
        }
    }
}
