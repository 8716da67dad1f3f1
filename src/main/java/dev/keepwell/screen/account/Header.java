package dev.keepwell.screen.account;

import dev.keepwell.customer.Account;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Band;
import dev.keepwell.health.Verdict;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Gathered;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who it is and how they stand, above every tab.
public record Header(
        String id,
        String path,
        String name,
        List<String> chips,
        List<Brief> briefs,
        Standing standing) {

    public Header {
        chips = List.copyOf(chips);
        briefs = List.copyOf(briefs);
    }

    /// A fact in two words.
    public record Brief(String name, String value) {}

    /// The score in its colour, or why there is none. `thin` tells how much is known where that is
    /// little.
    public record Standing(
            Band band, String score, @Nullable String delta, String said, @Nullable String thin) {}

    static Header of(
            Account account,
            List<Brief> briefs,
            @Nullable Anatomy anatomy,
            @Nullable Double delta) {
        var traits = account.traits();
        return new Header(
                account.id().value(),
                "/accounts/" + account.id().value(),
                account.name(),
                Stream.of(traits.segment(), traits.tier())
                        .filter(it -> it != null && !it.isEmpty())
                        .map(it -> it.replace('_', ' '))
                        .toList(),
                briefs,
                standing(anatomy, delta));
    }

    /// How much, when, and whose it is.
    static List<Brief> briefs(Entry entry, Gathered gathered) {
        var revenue = entry.revenue();
        return List.of(
                new Brief("MRR", KeyFacts.mrrText(revenue, gathered.currency())),
                new Brief("Renewal", KeyFacts.renewalText(revenue.renewalOn(), gathered.day())),
                new Brief("CSM", KeyFacts.said(entry.traits().csm())));
    }

    private static @Nullable String thin(Anatomy anatomy) {
        var coverage = Knowledge.coverage(anatomy.coverage());
        return coverage.isThin() ? "thin data, " + coverage.text() : null;
    }

    private static Standing standing(@Nullable Anatomy anatomy, @Nullable Double delta) {
        if (anatomy == null) {
            return new Standing(Band.GREY, "No score", null, "No score", null);
        }
        return switch (anatomy.verdict()) {
            case Verdict.Grey _ -> {
                var coverage = Knowledge.coverage(anatomy.coverage()).text();
                var said = "No score yet, %s of data".formatted(coverage);
                yield new Standing(Band.GREY, "No score yet", null, said, coverage + " of data");
            }
            case Verdict.Scored it -> {
                var score = Figures.score(BigDecimal.valueOf(it.published()));
                var change = delta == null ? null : Figures.signed(BigDecimal.valueOf(delta), 1);
                yield new Standing(
                        it.band(),
                        score,
                        change,
                        "Health: %s, %s of 100".formatted(Figures.word(it.band()), score),
                        thin(anatomy));
            }
        };
    }
}
