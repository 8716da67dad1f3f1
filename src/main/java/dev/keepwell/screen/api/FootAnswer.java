package dev.keepwell.screen.api;

import dev.keepwell.kernel.Money;
import dev.keepwell.screen.portfolio.Filter;
import dev.keepwell.screen.portfolio.Gathered;
import dev.keepwell.screen.portfolio.Page;
import dev.keepwell.screen.portfolio.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What all matching accounts come to, on the day of the list.
record FootAnswer(
        LocalDate asOf,
        long accounts,
        long customers,
        Envelope.Amount mrr,
        long withoutMrr,
        @Nullable BigDecimal scoreByMrr,
        @Nullable BigDecimal scoreMean,
        Bands bands) {

    record Bands(long red, long yellow, long green, long grey) {}

    /// How many accounts would match without this filter, or without the search: `q`.
    record Rescue(String filter, long accounts) {

        static Rescue of(Page.Rescue it) {
            Filter without = it.without();
            return new Rescue(without == null ? "q" : without.text(), it.accounts());
        }
    }

    static FootAnswer of(Gathered gathered, Totals totals) {
        var bands = totals.bands();
        var currency = gathered.currency();
        return new FootAnswer(
                gathered.day(),
                totals.accounts(),
                totals.customers(),
                new Envelope.Amount(new Money(totals.mrr(), currency).printed(), currency),
                totals.withoutMrr(),
                totals.means().byMrr(),
                totals.means().simple(),
                new Bands(bands.red(), bands.yellow(), bands.green(), bands.grey()));
    }
}
