package dev.keepwell.recount;

import dev.keepwell.recount.Books.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What currencies are worth: the rate of the day, or the last one of the seven days before.
final class Rates {

    private static final int DAYS_BACK_MAX = 7;

    /// An amount needs a rate that is not there. It is never taken to be 1.
    static final class MissingRate extends Exception {

        private static final long serialVersionUID = 1;
    }

    private final String reporting;
    private final Map<String, Map<LocalDate, BigDecimal>> known = new HashMap<>();

    Rates(String reporting, List<Rate> rates) {
        this.reporting = reporting;
        for (var it : rates) {
            known.computeIfAbsent(it.currency(), _ -> new HashMap<>()).put(it.day(), it.rate());
        }
    }

    BigDecimal convert(Amounts amounts, LocalDate day) throws MissingRate {
        var sum = BigDecimal.ZERO;
        for (var it : amounts.byCurrency().entrySet()) {
            sum = sum.add(it.getValue().multiply(rate(it.getKey(), day)));
        }
        return sum;
    }

    private BigDecimal rate(String currency, LocalDate day) throws MissingRate {
        if (currency.equals(reporting)) {
            return BigDecimal.ONE;
        }
        var rates = known.getOrDefault(currency, Map.of());
        for (int back = 0; back <= DAYS_BACK_MAX; back++) {
            var rate = rates.get(day.minusDays(back));
            if (rate != null) {
                return rate;
            }
        }
        throw new MissingRate();
    }
}
