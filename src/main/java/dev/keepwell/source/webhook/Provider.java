package dev.keepwell.source.webhook;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.Arrays;
import java.util.Locale;

/// The systems whose signatures and events are understood.
public enum Provider {
    STRIPE,
    ZENDESK,
    HUBSPOT,
    INTERCOM,
    SLACK,
    /// Whoever signs as standardwebhooks.com says, and tells records in our own words.
    STANDARD;

    /// `stripe`, as people write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Provider of(String word) {
        var words = Arrays.stream(values()).map(Provider::word).toList();
        if (!words.contains(word)) {
            throw Refusal.invalid(
                    "unknown_provider",
                    "A webhook comes from one of %s, but got '%s'.%s"
                            .formatted(
                                    String.join(", ", words),
                                    word,
                                    Suggestion.forWord(word, words)));
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
