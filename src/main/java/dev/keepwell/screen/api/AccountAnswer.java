package dev.keepwell.screen.api;

import dev.keepwell.customer.Account;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An account as its record has it; `health` is null until a day was closed, and `list` until the
/// list was gathered after it.
record AccountAnswer(
        String id,
        String ref,
        String name,
        @Nullable String segment,
        @Nullable String tier,
        @Nullable String currency,
        @Nullable LocalDate customerSince,
        @Nullable Health health,
        @Nullable EntryAnswer list) {

    /// How an account stands, in short.
    record Health(LocalDate asOf, @Nullable Double published, String band, double coverage) {

        static Health of(Anatomy it) {
            var score = it.verdict() instanceof Verdict.Scored scored ? scored : null;
            var published = score == null ? null : score.published();
            return new Health(it.day(), published, it.band().word(), it.coverage());
        }
    }

    static AccountAnswer of(
            Account account, @Nullable Anatomy anatomy, @Nullable EntryAnswer entry) {
        var traits = account.traits();
        return new AccountAnswer(
                account.id().value(),
                account.origin().reference(),
                account.name(),
                traits.segment(),
                traits.tier(),
                traits.currency(),
                traits.since(),
                anatomy == null ? null : Health.of(anatomy),
                entry);
    }
}
