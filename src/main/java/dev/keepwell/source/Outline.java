package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/// A place in a YAML file that someone wrote by hand: its content, and the line to complain about.
public final class Outline {

    private static final String CODE = "malformed_file";

    private final String file;
    private final Node node;

    private Outline(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /// Reads one document. The file name is what complaints begin with.
    public static Outline of(String file, String text) {
        try {
            var node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node == null) {
                throw Refusal.invalid(CODE, file + "  The file is empty. Write its first key.");
            }
            return new Outline(file, node);
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw notYaml(
                    file, line, e.getProblem() + ". Mend the indentation or the quotes there.");
        } catch (ReaderException e) {
            throw notYaml(
                    file,
                    lineOf(e.getCodePoint(), text),
                    "it has the character U+%04X. Remove it.".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            // Too deep or too long: the parser does not say where.
            throw notYaml(file, 1, e.getMessage() + ". Write it plainer.");
        }
    }

    private static Refusal notYaml(String file, int line, String why) {
        return Refusal.invalid(CODE, "%s:%d  This is not YAML: %s".formatted(file, line, why));
    }

    /// YAML allows no such character anywhere, so the first one is the one it stumbled over.
    private static int lineOf(int codePoint, String text) {
        int at = Math.max(0, text.indexOf(codePoint));
        return 1 + (int) text.substring(0, at).chars().filter(it -> it == '\n').count();
    }

    /// A text that was not written in YAML but stands in line 1 of the file all the same.
    static Outline line(String file, String text) {
        return new Outline(
                file, new ScalarNode(Tag.STR, text, null, null, DumperOptions.ScalarStyle.PLAIN));
    }

    /// `file:line The rule. The repair.`
    public Refusal refusal(String sentences) {
        return Refusal.invalid(CODE, "%s:%d  %s".formatted(file, line(), sentences));
    }

    public int line() {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    /// The entries of a map in the order in which they were written.
    public Map<String, Outline> entries() {
        if (!(node instanceof MappingNode map)) {
            throw refusal("Here belongs a map of `key: value` lines.");
        }
        var entries = new LinkedHashMap<String, Outline>();
        for (var tuple : map.getValue()) {
            var key = new Outline(file, tuple.getKeyNode());
            if (entries.put(key.text(), new Outline(file, tuple.getValueNode())) != null) {
                throw key.refusal(
                        "The key '%s' is written twice. Remove one.".formatted(key.text()));
            }
        }
        return entries;
    }

    /// The entries of a map that knows its keys: any other key is a mistake.
    public Map<String, Outline> entries(Collection<String> known) {
        var entries = entries();
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.refusal(
                        "There is no key '%s' here.%s It knows %s."
                                .formatted(
                                        key,
                                        Suggestion.forWord(key, known),
                                        String.join(", ", known)));
            }
        });
        return entries;
    }

    public Outline required(String key) {
        return at(key).orElseThrow(
                        () -> refusal("The key '%s' is missing. Add it.".formatted(key)));
    }

    public Optional<Outline> at(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    public Optional<String> textAt(String key) {
        return at(key).map(Outline::text);
    }

    /// The items of a list; anything else counts as a list of one.
    public List<Outline> items() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        var items = new ArrayList<Outline>();
        list.getValue().forEach(it -> items.add(new Outline(file, it)));
        return items;
    }

    public List<String> texts() {
        return items().stream().map(Outline::text).toList();
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /// The text as written; YAML's null is the empty text.
    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw refusal("Here belongs a single word or text.");
        }
        if (scalar.getValue().indexOf('\0') >= 0) {
            throw refusal("A text cannot have the character U+0000. Remove it.");
        }
        return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal("Here belongs true or false.");
        };
    }
}
