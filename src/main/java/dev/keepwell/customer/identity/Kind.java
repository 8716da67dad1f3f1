package dev.keepwell.customer.identity;

import dev.keepwell.kernel.Refusal;
import java.util.Arrays;
import java.util.Locale;

/// What can be merged.
public enum Kind {
    ACCOUNT,
    CONTACT;

    public static Kind of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(
                                "kind",
                                "What is merged is 'account' or 'contact', but got '%s'."
                                        .formatted(word)));
    }

    /// As the API writes it, and as its table is called.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String table() {
        return "customer." + word();
    }
}
