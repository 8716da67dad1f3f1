package dev.keepwell.health;

import dev.keepwell.metric.Trait;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Traits as one line of the ledger: `segment=Mid+Market tenure_days=#412`. Words are encoded,
/// since a workspace may call its segments what it likes, so only numbers begin with `#`.
final class TraitWords {

    private TraitWords() {}

    static @Nullable String write(SortedMap<String, Trait> traits) {
        return traits.isEmpty()
                ? null
                : traits.entrySet().stream()
                        .map(it -> it.getKey() + "=" + text(it.getValue()))
                        .collect(Collectors.joining(" "));
    }

    static Map<String, Trait> read(@Nullable String line) {
        var traits = new TreeMap<String, Trait>();
        if (line != null) {
            for (var word : line.split(" ", -1)) {
                var border = word.indexOf('=');
                traits.put(word.substring(0, border), trait(word.substring(border + 1)));
            }
        }
        return traits;
    }

    private static String text(Trait trait) {
        return switch (trait) {
            case Trait.Count(var value) -> "#" + value;
            case Trait.Word(var value) -> URLEncoder.encode(value, StandardCharsets.UTF_8);
        };
    }

    private static Trait trait(String text) {
        return text.startsWith("#")
                ? new Trait.Count(Long.parseLong(text.substring(1)))
                : new Trait.Word(URLDecoder.decode(text, StandardCharsets.UTF_8));
    }
}
