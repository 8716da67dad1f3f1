package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a token may do. `all` is the short word for everything inside one workspace.
enum Scope {
    ACCOUNTS_READ,
    METRICS_READ,
    IMPORTS_READ,
    IMPORTS_WRITE,
    RUNS_WRITE,
    MODELS_READ,
    MODELS_WRITE,
    EXPORTS_READ,
    TOKENS_READ,
    TOKENS_WRITE,
    WORKSPACE_READ,
    WORKSPACE_WRITE,
    /// For SDKs in browsers and phones, where a secret does not stay one: sends, and reads nothing.
    INGEST_WRITE,
    /// Looks after the installation. Only the token in `server.json` has it.
    OPERATE;

    static final String ALL = "all";

    /// `accounts:read`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    static Set<Scope> everythingInAWorkspace() {
        return EnumSet.complementOf(EnumSet.of(OPERATE));
    }

    /// The scopes that a token carries, as people write them.
    static Set<Scope> of(Iterable<String> words) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : words) {
            if (word.equals(ALL)) {
                scopes.addAll(everythingInAWorkspace());
            } else {
                scopes.add(of(word));
            }
        }
        return scopes;
    }

    private static Scope of(String word) {
        return everythingInAWorkspace().stream()
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(
                                "unknown_scope",
                                "There is no scope '%s'.%s The scopes are all, %s."
                                        .formatted(
                                                word,
                                                Suggestion.forWord(word, words()),
                                                String.join(", ", words()))));
    }

    private static List<String> words() {
        return Arrays.stream(values()).filter(it -> it != OPERATE).map(Scope::word).toList();
    }
}
