package dev.keepwell.health;

import dev.keepwell.kernel.Suggestion;
import java.util.Set;
import java.util.TreeSet;

/// The conditions that a cap may ask about, as the catalogue lists them.
public record Conditions(Set<String> names) {

    private static final String FILE = "/catalog/conditions/conditions.yaml";

    public Conditions {
        names = Set.copyOf(names);
    }

    /// The conditions that this version of Keepwell knows how to observe.
    public static Conditions packaged() {
        var names = new TreeSet<String>();
        for (var place : Place.root(Packaged.text(FILE)).items()) {
            var keys = place.keys(Set.of("condition", "means"), Set.of());
            names.add(keys.get("condition").text());
        }
        return new Conditions(names);
    }

    boolean isKnown(String name) {
        return names.contains(name);
    }

    String suggestionFor(String word) {
        return Suggestion.forWord(word, names);
    }
}
