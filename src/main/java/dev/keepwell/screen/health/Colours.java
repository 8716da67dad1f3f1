package dev.keepwell.screen.health;

import dev.keepwell.health.Band;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.health.Overview.Count;
import dev.keepwell.screen.health.Overview.Moment;
import dev.keepwell.screen.portfolio.Totals.Means;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What each colour comes to and how that changed in thirty days, and the score of all accounts
/// together: each counted by what it pays, and each the same.
public record Colours(List<Line> lines, Score byMrr, Score simple) {

    private static final int DIGITS = 6;

    public Colours {
        lines = List.copyOf(lines);
    }

    /// One colour: its accounts and their revenue, and the changes of both.
    public record Line(
            Band band,
            String word,
            String share,
            Amount accounts,
            Amount mrr,
            String withoutMrr,
            String address) {}

    /// A number, in full where it is short, and by how much it changed.
    public record Amount(String text, String inFull, String change) {}

    /// A mean score and its change.
    public record Score(String text, @Nullable String change) {}

    static Colours of(Moment now, Moment before, String currency) {
        var judged = now.judged();
        return new Colours(
                Stream.of(Band.RED, Band.YELLOW, Band.GREEN, Band.GREY)
                        .map(it -> line(it, now.count(it), before.count(it), judged, currency))
                        .toList(),
                score(now.means(), before.means(), true),
                score(now.means(), before.means(), false));
    }

    private static Line line(Band band, Count now, Count before, long judged, String currency) {
        var moved = now.mrr().subtract(before.mrr());
        return new Line(
                band,
                Figures.word(band),
                share(now.accounts(), judged),
                new Amount(
                        "%,d".formatted(now.accounts()),
                        "",
                        Figures.signed(BigDecimal.valueOf(now.accounts() - before.accounts()), 0)),
                new Amount(
                        Figures.money(now.mrr(), currency),
                        Figures.moneyInFull(now.mrr(), currency),
                        (moved.signum() > 0 ? "+" : "") + Figures.money(moved, currency)),
                now.withoutMrr() == 0 ? "" : "%,d without".formatted(now.withoutMrr()),
                address(band));
    }

    private static String share(long accounts, long judged) {
        return judged == 0
                ? "–"
                : Figures.percent(
                        BigDecimal.valueOf(accounts)
                                .divide(BigDecimal.valueOf(judged), DIGITS, RoundingMode.HALF_UP));
    }

    private static String address(Band band) {
        var filter =
                switch (band) {
                    case RED -> "health.in(R)";
                    case YELLOW -> "health.in(Y)";
                    case GREEN -> "health.in(G)";
                    case GREY -> "customer.is(yes),health.in(N)";
                };
        return new ListAddress(filter, "-mrr").toString();
    }

    private static Score score(Means now, Means before, boolean isByMrr) {
        var here = isByMrr ? now.byMrr() : now.simple();
        var there = isByMrr ? before.byMrr() : before.simple();
        return here == null
                ? new Score("No score", null)
                : new Score(
                        Figures.score(here),
                        there == null ? null : Figures.signed(here.subtract(there), 1));
    }
}
