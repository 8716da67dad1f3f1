package dev.keepwell.metric;

import dev.keepwell.kernel.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the rows behind a value make it: for an account, and for everything larger.
public record Folds(Fold account, Fold group) {

    /// One way to make a number of rows.
    public enum Fold {
        /// Each part is the sum of its rows' amounts.
        SUM,
        MAX,
        MEDIAN,
        /// The amounts are days that somebody lasted; the value is their Kaplan–Meier median.
        SURVIVAL,
        /// The rows are what goes into a formula that is no sum.
        INPUTS
    }

    /// Reads `max`, or `sum for accounts, median`.
    static Folds parse(Keys keys) {
        var words = keys.words("rows");
        if (words.isEmpty()) {
            return new Folds(Fold.SUM, Fold.SUM);
        }
        var parts = String.join(", ", words).split(" for accounts, ", 2);
        return new Folds(fold(parts[0], keys), fold(parts[parts.length - 1], keys));
    }

    public Fold at(Grain grain) {
        return grain == Grain.ACCOUNT ? account : group;
    }

    private static Fold fold(String word, Keys keys) {
        return Arrays.stream(Fold.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        keys.refused(
                                "'rows' is one of %s, not '%s'."
                                        .formatted(
                                                List.of(Fold.values())
                                                        .toString()
                                                        .toLowerCase(Locale.ROOT),
                                                word)));
    }
}
