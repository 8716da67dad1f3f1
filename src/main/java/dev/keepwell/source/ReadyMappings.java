package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The mappings that come with the program.
public final class ReadyMappings {

    /// A mapping that reads some of the files at hand, each under the name that it gives it.
    public record Match(ReadyMapping mapping, Map<String, String> files) {}

    private static final String PATTERN = "classpath:catalog/mappings/*.yaml";

    private final Map<String, ReadyMapping> mappings = new TreeMap<>();

    /// Reads what is packaged.
    public static ReadyMappings packaged() {
        var ready = new ReadyMappings();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
                var name = Objects.requireNonNull(file.getFilename()).replace(".yaml", "");
                var text = file.getContentAsString(StandardCharsets.UTF_8);
                ready.mappings.put(name, new ReadyMapping(name, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ready;
    }

    public List<ReadyMapping> all() {
        return List.copyOf(mappings.values());
    }

    public ReadyMapping named(String name) {
        var found = mappings.get(name);
        if (found == null) {
            throw Refusal.unknown(
                    "unknown_mapping",
                    "There is no ready mapping '%s'.%s There are %s."
                            .formatted(
                                    name,
                                    Suggestion.forWord(name, mappings.keySet()),
                                    String.join(", ", mappings.keySet())));
        }
        return found;
    }

    /// The mappings that recognise files by their headers, the one that accounts for most first.
    public List<Match> matching(Map<String, List<String>> headers) {
        var matches = new ArrayList<Match>();
        for (var mapping : mappings.values()) {
            var files = mapping.recognised(headers);
            if (!files.isEmpty()) {
                matches.add(new Match(mapping, files));
            }
        }
        matches.sort(
                Comparator.comparingLong((Match it) ->
                                it.files().size() + it.mapping().leftOutOf(headers.keySet()))
                        .reversed());
        return matches;
    }
}
