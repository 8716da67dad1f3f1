package dev.keepwell.screen.account;

import dev.keepwell.customer.Account;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Band;
import dev.keepwell.health.Verdict;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who it is and how they stand, above every tab.
public record Header(String id, String path, String name, List<String> chips, Standing standing) {

    public Header {
        chips = List.copyOf(chips);
    }

    /// The score in its colour, or why there is none.
    public record Standing(Band band, String score, @Nullable String delta, String said) {}

    static Header of(Account account, @Nullable Anatomy anatomy, @Nullable Double delta) {
        var traits = account.traits();
        return new Header(
                account.id().value(),
                "/accounts/" + account.id().value(),
                account.name(),
                Stream.of(traits.segment(), traits.tier())
                        .filter(it -> it != null && !it.isEmpty())
                        .map(it -> it.replace('_', ' '))
                        .toList(),
                standing(anatomy, delta));
    }

    private static Standing standing(@Nullable Anatomy anatomy, @Nullable Double delta) {
        if (anatomy == null) {
            return new Standing(Band.GREY, "No score", null, "No score");
        }
        return switch (anatomy.verdict()) {
            case Verdict.Grey _ -> {
                var coverage = Figures.percent(BigDecimal.valueOf(anatomy.coverage()));
                yield new Standing(Band.GREY, "No score", null, "No score: " + coverage + " known");
            }
            case Verdict.Scored it -> {
                var score = Figures.score(BigDecimal.valueOf(it.published()));
                var change = delta == null ? null : Figures.signed(BigDecimal.valueOf(delta), 1);
                yield new Standing(
                        it.band(),
                        score,
                        change,
                        "Health: %s, %s of 100".formatted(Figures.word(it.band()), score));
            }
        };
    }
}
