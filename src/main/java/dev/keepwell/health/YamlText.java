package dev.keepwell.health;

import dev.keepwell.health.Fragment.Items;
import dev.keepwell.health.Fragment.Pairs;
import dev.keepwell.health.Fragment.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A YAML text in which one place at a time is changed, and every other character stays.
///
/// A place is named by the keys that lead to it; in a list of mappings an item goes by its name:
/// `groups`, `usage`, `measures`, `nps`, `weight`.
final class YamlText {

    private final String text;
    private final Node root;
    private final NodeSpan span;
    private final String lineBreak;

    YamlText(String text) {
        this.text = text;
        this.root = Place.root(text).node();
        this.span = new NodeSpan(text);
        this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    }

    String text() {
        return text;
    }

    Optional<Node> find(List<String> path) {
        return KeyPath.find(root, path);
    }

    /// A node as it is written, from the start of its first line.
    String source(Node node) {
        int start = span.start(node);
        return text.substring(isFirstInLine(start) ? span.lineStart(start) : start, span.end(node));
    }

    /// Writes `value` there, over what stands there or as a new key or item. What says the same
    /// already is left as it is spelled.
    YamlText put(List<String> path, Fragment value) {
        var there = find(path);
        if (there.isPresent()) {
            return new YamlText(replaced(there.get(), value, isInFlow(path), isItem(path)));
        }
        var above = path.subList(0, path.size() - 1);
        var parent = find(above);
        return switch (parent.orElse(null)) {
            case MappingNode map -> inserted(map, path.getLast(), value, isInFlow(path));
            case SequenceNode list -> inserted(list, value);
            case null -> put(above, new Items(List.of(value), false));
            default -> put(above, new Items(List.of(value), isInFlow(path)));
        };
    }

    /// Takes a key or an item out, with its line; nothing when it is not there.
    YamlText remove(List<String> path) {
        var node = find(path);
        if (node.isEmpty()) {
            return this;
        }
        var above = path.subList(0, path.size() - 1);
        return switch (find(above).orElseThrow()) {
            case MappingNode map -> removed(map, path.getLast());
            case SequenceNode list when list.getValue().size() == 1 -> emptied(above, list);
            case SequenceNode list -> removed(list, node.get());
            default -> throw new Place(node.get()).refuse("This cannot be taken out.");
        };
    }

    /// A list without items is left as such, unless the model can do without it.
    private YamlText emptied(List<String> path, SequenceNode list) {
        return KeyPath.isOptional(path)
                ? remove(path)
                : new YamlText(replaced(list, new Items(List.of(), true), isInFlow(path), false));
    }

    private String replaced(Node old, Fragment value, boolean isInFlow, boolean isItem) {
        var cuts = new ArrayList<Cut>();
        replace(old, value, isInFlow, isItem, cuts);
        return Cut.all(text, cuts);
    }

    /// Goes into lists and keys of the same shape, so that only what differs is written.
    private void replace(
            Node old, Fragment value, boolean isInFlow, boolean isItem, List<Cut> cuts) {
        var inside = isInFlow || NodeSpan.isFlow(old);
        switch (old) {
            case SequenceNode list
                    when value instanceof Items(var items, _)
                            && list.getValue().size() == items.size() -> {
                for (int i = 0; i < items.size(); i++) {
                    replace(list.getValue().get(i), items.get(i), inside, true, cuts);
                }
            }
            case MappingNode map
                    when value instanceof Pairs pairs && KeyPath.keys(map).equals(keys(pairs)) -> {
                for (int i = 0; i < pairs.pairs().size(); i++) {
                    var node = map.getValue().get(i).getValueNode();
                    replace(node, pairs.pairs().get(i).value(), inside, false, cuts);
                }
            }
            case ScalarNode scalar when value instanceof Word word -> {
                if (!isSame(scalar, word)) {
                    var fresh =
                            word.isNumber()
                                    ? word.text()
                                    : Scalars.like(scalar, word.text(), isInFlow);
                    cuts.add(over(old, fresh));
                }
            }
            default -> cuts.add(whole(old, value, isInFlow, isItem));
        }
    }

    private Cut whole(Node old, Fragment value, boolean isInFlow, boolean isItem) {
        int start = span.start(old);
        if (isInFlow || value.isShort()) {
            var fresh = isInFlow ? value.onOneLine() : value.lines().getFirst();
            // A list may begin right below its key; what takes its place stands further in.
            var isDash = text.startsWith("-", start) && !isItem && !isOnLineOfKey(old);
            return over(old, isDash ? " ".repeat(Fragment.STEP) + fresh : fresh);
        }
        if (isItem) {
            return over(old, indented(value.lines(), span.column(start)));
        }
        int column = isOnLineOfKey(old) ? indentation(start) + Fragment.STEP : span.column(start);
        var block = lineBreak + " ".repeat(column) + indented(value.lines(), column);
        return new Cut(
                isOnLineOfKey(old) ? trimmed(start) : span.endAbove(start, false),
                span.end(old),
                block);
    }

    /// An empty value begins right behind the colon.
    private Cut over(Node old, String fresh) {
        int start = span.start(old);
        var glued = span.end(old) == start && start > 0 && text.charAt(start - 1) == ':';
        return new Cut(start, span.end(old), glued ? " " + fresh : fresh);
    }

    private YamlText inserted(MappingNode map, String key, Fragment value, boolean isInFlow) {
        var pair = new Fragment.Pair(key, value);
        var before = KeyPath.before(map, key);
        if (NodeSpan.isFlow(map) || isInFlow) {
            return before.map(it -> insert(span.end(it), ", " + pair.onOneLine()))
                    .orElseGet(() -> replace(map, "{ " + pair.onOneLine() + " }"));
        }
        var last = before.orElseThrow();
        int column = span.column(span.start(map.getValue().getFirst().getKeyNode()));
        var apart = value.isShort() ? "" : lineBreak;
        return insert(
                span.lineEnd(span.end(last)),
                apart + lineBreak + " ".repeat(column) + indented(pair.lines(), column));
    }

    private YamlText inserted(SequenceNode list, Fragment value) {
        if (list.getValue().isEmpty()) {
            return replace(list, "[" + value.onOneLine() + "]");
        }
        var last = list.getValue().getLast();
        if (NodeSpan.isFlow(list)) {
            return insert(span.end(last), ", " + value.onOneLine());
        }
        int column = span.column(dash(last));
        var styled = NodeSpan.isFlow(last) ? List.of(value.onOneLine()) : value.lines();
        var apart = standApart(list) ? lineBreak : "";
        var item = "- " + indented(styled, column + Fragment.STEP);
        return insert(span.lineEnd(span.end(last)), apart + lineBreak + " ".repeat(column) + item);
    }

    private YamlText removed(MappingNode map, String key) {
        var tuples = map.getValue();
        int at = KeyPath.keys(map).indexOf(key);
        var tuple = tuples.get(at);
        int start = span.start(tuple.getKeyNode());
        int end = end(tuple);
        if (NodeSpan.isFlow(map)) {
            return at > 0
                    ? cut(end(tuples.get(at - 1)), end)
                    : cut(start, tuples.size() > 1 ? start(tuples.get(1)) : end);
        }
        if (isFirstInLine(start)) {
            return cutLines(start, end, !Fragment.of(tuple.getValueNode()).isShort());
        }
        if (tuples.size() == 1) {
            throw new Place(tuple.getKeyNode()).refuse("Nothing would be left here.");
        }
        return cut(start, start(tuples.get(at + 1)));
    }

    private YamlText removed(SequenceNode list, Node item) {
        int at = list.getValue().indexOf(item);
        if (!NodeSpan.isFlow(list)) {
            return cutLines(dash(item), span.end(item), true);
        }
        return at > 0
                ? cut(span.end(list.getValue().get(at - 1)), span.end(item))
                : cut(span.start(item), span.start(list.getValue().get(1)));
    }

    private YamlText cutLines(int start, int end, boolean withBlankLinesAbove) {
        int from = span.endAbove(start, withBlankLinesAbove);
        int to = span.lineEnd(end);
        return from > 0 || span.lineStart(start) > 0
                ? cut(from, to)
                : cut(0, Math.min(text.length(), to + lineBreak.length()));
    }

    private YamlText cut(int from, int to) {
        return new YamlText(text.substring(0, from) + text.substring(to));
    }

    private YamlText insert(int at, String fresh) {
        return new YamlText(text.substring(0, at) + fresh + text.substring(at));
    }

    private YamlText replace(Node node, String fresh) {
        return new YamlText(Cut.all(text, List.of(over(node, fresh))));
    }

    private String indented(List<String> lines, int column) {
        return String.join(lineBreak + " ".repeat(column), lines);
    }

    /// Whether blank lines separate the items.
    private boolean standApart(SequenceNode list) {
        if (list.getValue().size() < 2) {
            return false;
        }
        var last = dash(list.getValue().getLast());
        return span.endAbove(last, true) < span.endAbove(last, false);
    }

    private int dash(Node item) {
        return text.lastIndexOf('-', span.start(item) - 1);
    }

    private int end(NodeTuple tuple) {
        return Math.max(span.end(tuple.getKeyNode()), span.end(tuple.getValueNode()));
    }

    private int start(NodeTuple tuple) {
        return span.start(tuple.getKeyNode());
    }

    private boolean isFirstInLine(int index) {
        return text.substring(span.lineStart(index), index).isBlank();
    }

    private boolean isOnLineOfKey(Node value) {
        return !isFirstInLine(span.start(value)) && text.charAt(span.start(value)) != '-';
    }

    private int indentation(int index) {
        int start = span.lineStart(index);
        int column = start;
        while (text.charAt(column) == ' ' || text.charAt(column) == '-') {
            column++;
        }
        return column - start;
    }

    private int trimmed(int index) {
        int end = index;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private boolean isInFlow(List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            if (find(path.subList(0, i)).filter(NodeSpan::isFlow).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isItem(List<String> path) {
        return !path.isEmpty()
                && find(path.subList(0, path.size() - 1)).orElseThrow() instanceof SequenceNode;
    }

    private static boolean isSame(ScalarNode old, Word word) {
        if (word.isNumber() && Place.isNumber(old.getValue())) {
            return Double.parseDouble(old.getValue()) == Double.parseDouble(word.text());
        }
        return old.getValue().equals(word.text());
    }

    private static List<String> keys(Pairs pairs) {
        return pairs.pairs().stream().map(Fragment.Pair::key).toList();
    }

    /// Characters that give way to others.
    private record Cut(int start, int end, String fresh) {

        /// From the end on, so that the places of the others stay.
        static String all(String text, List<Cut> cuts) {
            var changed = new StringBuilder(text);
            cuts.reversed().forEach(it -> changed.replace(it.start(), it.end(), it.fresh()));
            return changed.toString();
        }
    }
}
