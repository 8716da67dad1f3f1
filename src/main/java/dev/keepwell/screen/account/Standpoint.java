package dev.keepwell.screen.account;

import dev.keepwell.health.Series;
import dev.keepwell.kernel.Refusal;

/// From when a line looks at its days: what was said of them then, or what is known of them now.
public enum Standpoint {
    PUBLISHED("published", "Published"),
    RESTATED("restated", "As known now (restated)");

    private final String word;
    private final String title;

    Standpoint(String word, String title) {
        this.word = word;
        this.title = title;
    }

    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    Series series() {
        return switch (this) {
            case PUBLISHED -> new Series.Published();
            case RESTATED -> new Series.Restated();
        };
    }

    static Standpoint named(String word) {
        for (var it : values()) {
            if (it.word.equals(word)) {
                return it;
            }
        }
        throw Refusal.invalid(
                "series", "The line is published or restated, but got '%s'.".formatted(word));
    }
}
