package dev.keepwell.metric;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.Arrays;
import java.util.Locale;

/// The kind of entity that a value is about.
public enum Grain {
    COMPANY,
    SEGMENT,
    CSM,
    TEAM,
    ACCOUNT,
    USER,
    CHANNEL,
    COURSE,
    FEATURE;

    public static Grain named(String word) {
        var known = Arrays.stream(values()).map(Grain::word).toList();
        return Arrays.stream(values())
                .filter(grain -> grain.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(
                                "unknown_grain",
                                "A grain is one of %s, but got '%s'."
                                                .formatted(String.join(", ", known), word)
                                        + Suggestion.forWord(word, known)));
    }

    /// The table that names its entities; those of the others are names already.
    public String table() {
        return this == USER ? "app_user" : word();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
