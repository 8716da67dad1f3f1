package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// How one account stands today, and how it would stand under another model.
///
/// `edits` are the differences of the two models that turned its colour, as numbers in the list of
/// all of them; nothing where the colour stays, or comes from no edit.
public record Prospect(AccountId account, Standing before, Standing after, @Nullable Edits edits) {

    /// A score in its colour, by one of the model's profiles; grey has none.
    public record Standing(Band band, @Nullable Double score, String profile) {

        static Standing of(Anatomy anatomy) {
            var score = anatomy.verdict() instanceof Verdict.Scored it ? it.published() : null;
            return new Standing(anatomy.band(), score, anatomy.judge().profile());
        }
    }

    /// One edit, or a few in a row that were tried together, both included.
    public record Edits(int first, int last) {}

    public boolean isMover() {
        return before.band() != after.band();
    }

    Prospect because(@Nullable Edits cause) {
        return new Prospect(account, before, after, cause);
    }
}
