package dev.keepwell.screen.accounts;

import dev.keepwell.health.Band;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.portfolio.Gathered;
import dev.keepwell.screen.portfolio.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all accounts that match come to.
public record Foot(
        String accounts,
        String mrr,
        String mrrInFull,
        String withoutMrr,
        @Nullable String scoreByMrr,
        @Nullable String scoreMean,
        List<Count> bands) {

    public Foot {
        bands = List.copyOf(bands);
    }

    /// So many accounts have this colour.
    public record Count(Band band, String accounts, String said) {}

    static Foot of(Totals totals, Gathered gathered) {
        var bands = totals.bands();
        return new Foot(
                accounts(totals),
                Figures.money(totals.mrr(), gathered.currency()),
                Figures.moneyInFull(totals.mrr(), gathered.currency()),
                totals.withoutMrr() == 0 ? "" : "%,d without".formatted(totals.withoutMrr()),
                score(totals.means().byMrr()),
                score(totals.means().simple()),
                Stream.of(
                                count(Band.RED, bands.red()),
                                count(Band.YELLOW, bands.yellow()),
                                count(Band.GREEN, bands.green()),
                                count(Band.GREY, bands.grey()))
                        .toList());
    }

    private static String accounts(Totals totals) {
        var others = totals.accounts() - totals.customers();
        var all =
                "%,d %s"
                        .formatted(
                                totals.accounts(), totals.accounts() == 1 ? "account" : "accounts");
        return others == 0 ? all : all + ", %,d of them customers".formatted(totals.customers());
    }

    private static @Nullable String score(@Nullable BigDecimal mean) {
        return mean == null ? null : Figures.score(mean);
    }

    private static Count count(Band band, long accounts) {
        var number = "%,d".formatted(accounts);
        return new Count(band, number, "%s: %s".formatted(Figures.word(band), number));
    }
}
