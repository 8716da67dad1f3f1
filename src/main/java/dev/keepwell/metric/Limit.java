package dev.keepwell.metric;

import dev.keepwell.kernel.Keys;
import dev.keepwell.workspace.Settings;
import org.jspecify.annotations.Nullable;

/// A whole number that a metric file writes down, or leaves to a setting of the workspace.
public record Limit(int usual, @Nullable String setting) {

    static Limit of(int number) {
        return new Limit(number, null);
    }

    /// Reads `30` or `churn_minimum`.
    static Limit parse(Keys keys, String word) {
        if (word.matches("\\d+")) {
            return of(Integer.parseInt(word));
        }
        if (!Settings.isKnown(word)) {
            throw keys.refused(
                    "'%s' is neither a whole number nor a setting of catalog/settings.yaml."
                            .formatted(word));
        }
        return new Limit(Settings.USUAL.number(word), word);
    }

    public int under(Settings settings) {
        return setting == null ? usual : settings.number(setting);
    }

    /// As a metric file writes it.
    public String word() {
        return setting == null ? Integer.toString(usual) : setting;
    }
}
