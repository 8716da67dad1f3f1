package dev.keepwell.health;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A piece of YAML that is to be written into a text: on one line, or as lines of a block.
sealed interface Fragment {

    /// How far the lines inside a block stand to the right of it.
    int STEP = 2;

    /// `[[0, 0], [1, 100]]`.
    String onOneLine();

    /// The lines of a block, without any indentation in front.
    List<String> lines();

    /// Whether it is written on one line wherever it stands.
    boolean isShort();

    static Fragment number(double value) {
        return new Word(ModelWords.number(value), true);
    }

    static Fragment text(String text) {
        return new Word(text, false);
    }

    static Fragment knots(List<Curve.Knot> knots) {
        return new Items(
                knots.stream()
                        .<Fragment>map(
                                it -> new Items(List.of(number(it.x()), number(it.y())), true))
                        .toList(),
                true);
    }

    /// What a node says, in the style in which it says it.
    static Fragment of(Node node) {
        return switch (node) {
            case ScalarNode scalar -> new Word(scalar.getValue(), Scalars.isNumber(scalar));
            case SequenceNode list ->
                    new Items(
                            list.getValue().stream().map(Fragment::of).toList(),
                            list.getFlowStyle() == FlowStyle.FLOW);
            case MappingNode map ->
                    new Pairs(
                            map.getValue().stream()
                                    .map(it ->
                                            new Pair(
                                                    Place.word(it.getKeyNode()),
                                                    of(it.getValueNode())))
                                    .toList(),
                            map.getFlowStyle() == FlowStyle.FLOW);
            default -> throw new Place(node).refuse("A word, a list or keys are expected here.");
        };
    }

    /// A number or a text.
    record Word(String text, boolean isNumber) implements Fragment {

        @Override
        public String onOneLine() {
            return isNumber ? text : Scalars.inFlow(text);
        }

        @Override
        public List<String> lines() {
            return List.of(isNumber ? text : Scalars.inBlock(text));
        }

        @Override
        public boolean isShort() {
            return true;
        }
    }

    /// A list.
    record Items(List<Fragment> items, boolean isShort) implements Fragment {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String onOneLine() {
            return items.stream()
                    .map(Fragment::onOneLine)
                    .collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public List<String> lines() {
            if (isShort || items.isEmpty()) {
                return List.of(onOneLine());
            }
            var lines = new ArrayList<String>();
            for (var item : items) {
                var first = true;
                for (var line : item.lines()) {
                    lines.add((first ? "- " : "  ") + line);
                    first = false;
                }
            }
            return lines;
        }
    }

    /// A key with its value.
    record Pair(String key, Fragment value) {

        String onOneLine() {
            return key + ": " + value.onOneLine();
        }

        List<String> lines() {
            var lines = new ArrayList<String>();
            if (value.isShort()) {
                lines.add(key + ": " + value.lines().getFirst());
            } else {
                lines.add(key + ":");
                value.lines().forEach(it -> lines.add(" ".repeat(STEP) + it));
            }
            return lines;
        }
    }

    /// Keys with their values.
    record Pairs(List<Pair> pairs, boolean isShort) implements Fragment {

        public Pairs {
            pairs = List.copyOf(pairs);
        }

        @Override
        public String onOneLine() {
            return pairs.stream()
                    .map(Pair::onOneLine)
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }

        @Override
        public List<String> lines() {
            return isShort
                    ? List.of(onOneLine())
                    : pairs.stream().flatMap(it -> it.lines().stream()).toList();
        }
    }
}
