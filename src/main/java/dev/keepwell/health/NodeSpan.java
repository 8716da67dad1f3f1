package dev.keepwell.health;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Where the nodes of a YAML text begin and end in it, and where its lines do.
record NodeSpan(String text) {

    int start(Node node) {
        return index(node.getStartMark());
    }

    /// Behind the last character of the node itself. The parser's own end of a block lies behind
    /// the blank lines and comments that follow it.
    int end(Node node) {
        return switch (node) {
            case ScalarNode scalar -> end(scalar);
            case CollectionNode<?> it when isFlow(it) || it.getValue().isEmpty() ->
                    index(it.getEndMark());
            case MappingNode map -> {
                var last = map.getValue().getLast();
                yield Math.max(index(last.getKeyNode().getEndMark()), end(last.getValueNode()));
            }
            case SequenceNode list -> end(list.getValue().getLast());
            default -> index(node.getEndMark());
        };
    }

    private int end(ScalarNode scalar) {
        int end = index(scalar.getEndMark());
        var isBlock =
                scalar.getScalarStyle() == ScalarStyle.LITERAL
                        || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        while (isBlock && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> it && it.getFlowStyle() == FlowStyle.FLOW;
    }

    /// How far to the right the character stands in its line.
    int column(int index) {
        return index - lineStart(index);
    }

    int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /// Before the line break, or at the end of the text.
    int lineEnd(int index) {
        int end = text.indexOf('\n', index);
        if (end < 0) {
            return text.length();
        }
        return end > index && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// The end of the line above, or of the last line above it that is not blank.
    int endAbove(int index, boolean overBlankLines) {
        int start = lineStart(index);
        while (overBlankLines && start > 0 && isBlank(start - 1)) {
            start = lineStart(start - 1);
        }
        return start == 0 ? 0 : lineEnd(lineStart(start - 1));
    }

    private boolean isBlank(int index) {
        return text.substring(lineStart(index), lineEnd(lineStart(index))).isBlank();
    }

    /// Marks count code points.
    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
