package dev.keepwell.customer.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Groups texts that share one of their rarest three letters in a row, wherever the rest differs.
final class Trigrams {

    /// Two texts that differ in one letter share all trigrams but three.
    private static final int RAREST = 4;

    private static final int BLOCK_MAX = 20;

    private Trigrams() {}

    static Collection<List<String>> blocks(Collection<String> texts) {
        var frequency = new HashMap<String, Integer>();
        for (var text : texts) {
            of(text).forEach(it -> frequency.merge(it, 1, Integer::sum));
        }
        var blocks = new TreeMap<String, List<String>>();
        for (var text : texts) {
            for (var rare : rarest(text, frequency)) {
                blocks.computeIfAbsent(rare, _ -> new ArrayList<>()).add(text);
            }
        }
        blocks.values().removeIf(it -> it.size() < 2 || it.size() > BLOCK_MAX);
        return blocks.values();
    }

    /// A trigram that nobody else has brings nobody together.
    private static List<String> rarest(String text, Map<String, Integer> frequency) {
        return of(text).stream()
                .filter(it -> frequency.getOrDefault(it, 0) > 1)
                .sorted(
                        Comparator.comparingInt((String it) -> frequency.getOrDefault(it, 0))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(RAREST)
                .toList();
    }

    private static Set<String> of(String text) {
        var trigrams = new HashSet<String>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            trigrams.add(text.substring(i, i + 3));
        }
        return trigrams;
    }
}
