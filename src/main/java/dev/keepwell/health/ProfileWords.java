package dev.keepwell.health;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Profiles in words, as people compare them.
final class ProfileWords {

    private ProfileWords() {}

    static String change(@Nullable Profile before, @Nullable Profile after) {
        if (after == null) {
            return before == null ? "" : "Profile %s removed".formatted(before.name());
        }
        if (before == null) {
            return "Profile %s added: when %s".formatted(after.name(), when(after));
        }
        var parts = new ArrayList<String>();
        if (!before.when().equals(after.when())) {
            parts.add(ModelWords.change("when", when(before), when(after)));
        }
        if (!before.says().equals(after.says())) {
            parts.add("says “%s” → “%s”".formatted(before.says(), after.says()));
        }
        parts.addAll(rules(before.model(), after.model()));
        return "Profile %s: %s".formatted(after.name(), String.join("; ", parts));
    }

    private static List<String> rules(Model before, Model after) {
        return ModelDiff.between(before, after).stream().map(Difference::sentence).toList();
    }

    private static String when(Profile profile) {
        return ModelWords.clauses(profile.when());
    }
}
