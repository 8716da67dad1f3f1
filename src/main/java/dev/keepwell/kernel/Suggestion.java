package dev.keepwell.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The word that was probably meant.
public final class Suggestion {

    /// Beyond a third of the word's letters a suggestion confuses more than it helps.
    private static final int LETTERS_PER_MISTAKE = 3;

    private Suggestion() {}

    /// " Did you mean 'window'?", or nothing when no known word is near.
    public static String forWord(String word, Collection<String> known) {
        return nearest(word, known).map(it -> " Did you mean '" + it + "'?").orElse("");
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        var mistakesMax = Math.max(1, word.length() / LETTERS_PER_MISTAKE);
        return known.stream()
                .filter(it -> distance(word, it) <= mistakesMax)
                .min(
                        Comparator.comparingInt((String it) -> distance(word, it))
                                .thenComparing(it -> it));
    }

    /// Levenshtein's count of insertions, deletions and replacements.
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
