package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A place in a YAML text that knows its line, so that a complaint can name it.
record Place(Node node) {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    static Place root(String yaml) {
        try {
            var loader = new Yaml(new SafeConstructor(new LoaderOptions()));
            var node = loader.compose(new StringReader(yaml));
            if (node == null) {
                throw refusal(1, "The file is empty.");
            }
            return new Place(node);
        } catch (MarkedYAMLException e) {
            throw refusal(e.getProblemMark().getLine() + 1, "This is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw refusal(1, "This is not YAML: " + e.getMessage());
        }
    }

    Refusal refuse(String sentence) {
        return refusal(line(), sentence);
    }

    /// Runs `build`, and names this place when it refuses.
    <T> T make(Supplier<T> build) {
        try {
            return build.get();
        } catch (Refusal e) {
            throw e.code().equals("model_file") ? e : refuse(e.reason());
        }
    }

    /// The keys of a mapping, of which `required` must be there and `optional` may be.
    Keys keys(Set<String> required, Set<String> optional) {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse("Keys are expected here: " + String.join(", ", required) + ".");
        }
        var places = new LinkedHashMap<String, Place>();
        for (var pair : mapping.getValue()) {
            var key = new Place(pair.getKeyNode());
            var word = key.text();
            if (!required.contains(word) && !optional.contains(word)) {
                var known = new TreeSet<>(required);
                known.addAll(optional);
                throw key.refuse(
                        "Unknown key '%s'.%s".formatted(word, Suggestion.forWord(word, known)));
            }
            if (places.put(word, new Place(pair.getValueNode())) != null) {
                throw key.refuse("Key '%s' stands here twice.".formatted(word));
            }
        }
        for (var word : required) {
            if (!places.containsKey(word)) {
                throw refuse("Key '%s' is missing.".formatted(word));
            }
        }
        return new Keys(this, places);
    }

    /// A mapping whose keys are data, in the order of the file.
    List<Pair> pairs() {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse("Pairs such as { 0: 0, 100: 100 } are expected here.");
        }
        return mapping.getValue().stream()
                .map(it -> new Pair(new Place(it.getKeyNode()), new Place(it.getValueNode())))
                .toList();
    }

    /// What one key of a mapping says, whatever else the mapping has.
    String textOf(String key) {
        if (node instanceof MappingNode mapping) {
            for (var pair : mapping.getValue()) {
                if (new Place(pair.getKeyNode()).text().equals(key)) {
                    return new Place(pair.getValueNode()).text();
                }
            }
        }
        throw refuse("Key '%s' is missing.".formatted(key));
    }

    List<Place> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw refuse("A list is expected here.");
        }
        return sequence.getValue().stream().map(Place::new).toList();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw refuse("A word or sentence is expected here.");
        }
        return scalar.getValue();
    }

    double number() {
        var text = text();
        if (!isNumber(text)) {
            throw refuse("A number is expected here, but got '%s'.".formatted(text));
        }
        return Double.parseDouble(text);
    }

    int whole() {
        var number = number();
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw refuse("A whole number is expected here, but got '%s'.".formatted(text()));
        }
        return (int) number;
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException _) {
            throw refuse("A date such as 2026-12-31 is expected here, but got " + text() + ".");
        }
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    static String word(Node node) {
        return new Place(node).text();
    }

    /// Counted from 1.
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    record Pair(Place key, Place value) {}

    /// The keys found in one mapping.
    record Keys(Place at, SequencedMap<String, Place> places) {

        Place get(String key) {
            return find(key).orElseThrow();
        }

        Optional<Place> find(String key) {
            return Optional.ofNullable(places.get(key));
        }
    }

    private static Refusal refusal(int line, String sentence) {
        return Refusal.invalid("model_file", "line %d: %s".formatted(line, sentence));
    }
}
