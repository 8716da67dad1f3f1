package dev.keepwell.screen.account;

import dev.keepwell.kernel.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Since when a change is explained: so many days, or since something happened.
public enum Since {
    WEEK("7", "7 days"),
    MONTH("30", "30 days"),
    QUARTER("90", "90 days"),
    /// The last day on which the account was green, of those before it was not.
    GREEN("green", "Last green"),
    /// The day on which somebody of the team last spoke to the account.
    TOUCH("touch", "Last touch");

    private final String word;
    private final String title;

    Since(String word, String title) {
        this.word = word;
        this.title = title;
    }

    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    static Since named(String word) {
        for (var it : values()) {
            if (it.word.equals(word)) {
                return it;
            }
        }
        var words = Arrays.stream(values()).map(Since::word).collect(Collectors.joining(", "));
        throw Refusal.invalid(
                "since", "A change is explained since %s, but got '%s'.".formatted(words, word));
    }
}
