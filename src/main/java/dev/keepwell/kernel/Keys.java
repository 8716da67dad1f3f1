package dev.keepwell.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The keys and values of one YAML block, read strictly: an unknown key is an error that suggests
/// the right one, a missing key is named, and a value of the wrong shape says what was expected.
public final class Keys {

    private final String place;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private Keys(String place, Map<?, ?> values) {
        this.place = place;
        values.forEach((key, value) -> this.values.put(String.valueOf(key), value));
    }

    /// Takes what a YAML parser returned, which is a map or a mistake of the author's.
    public static Keys of(String place, @Nullable Object yaml) {
        if (yaml instanceof Map<?, ?> map) {
            return new Keys(place, map);
        }
        throw Refusal.invalid(
                "catalogue", place + "  expected keys and values, but got '%s'.".formatted(yaml));
    }

    public Keys only(Set<String> known) {
        for (var key : values.keySet()) {
            if (!known.contains(key)) {
                throw refusedAt(
                        key, "unknown key '%s'.".formatted(key) + Suggestion.forWord(key, known));
            }
        }
        return this;
    }

    /// Where the block stands, for those who read a part of it.
    public String place() {
        return place;
    }

    public Set<String> names() {
        return values.keySet();
    }

    public Optional<Object> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public String text(String key) {
        return find(key)
                .map(value -> value.toString().strip())
                .orElseThrow(() -> refused("the key '%s' is missing.".formatted(key)));
    }

    public String text(String key, String otherwise) {
        return find(key).map(value -> value.toString().strip()).orElse(otherwise);
    }

    /// A list of words; a single word stands for a list of one, and an absent key for none.
    public List<String> words(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }

    public int number(String key, int otherwise) {
        return switch (values.get(key)) {
            case null -> otherwise;
            case Integer number -> number;
            case Object other ->
                    throw refusedAt(key, "'%s' is a whole number, not '%s'.".formatted(key, other));
        };
    }

    /// Tells the lines of the keys: those of a block that begins on a line of its file.
    public Keys from(String yaml, int firstLine) {
        var all = yaml.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            var colon = all.get(i).indexOf(':');
            if (colon > 0 && values.containsKey(all.get(i).substring(0, colon))) {
                lines.putIfAbsent(all.get(i).substring(0, colon), firstLine + i);
            }
        }
        return this;
    }

    /// Refuses what one key says, on the line where it says it.
    public Refusal refusedAt(String key, String problem) {
        var line = lines.get(key);
        var where = line == null ? place : place + ":" + line;
        return Refusal.invalid("catalogue", where + "  " + problem);
    }

    public Refusal refused(String problem) {
        return Refusal.invalid("catalogue", place + "  " + problem);
    }
}
