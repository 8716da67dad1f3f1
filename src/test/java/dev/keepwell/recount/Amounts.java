package dev.keepwell.recount;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// Money in each currency it is in. A currency without money is not in it.
record Amounts(Map<String, BigDecimal> byCurrency) {

    static final Amounts NONE = new Amounts(Map.of());

    Amounts plus(String currency, BigDecimal amount) {
        var sum = new TreeMap<>(byCurrency);
        sum.merge(currency, amount, BigDecimal::add);
        sum.values().removeIf(it -> it.signum() == 0);
        return new Amounts(sum);
    }

    Amounts plus(Amounts other) {
        var sum = this;
        for (var it : other.byCurrency.entrySet()) {
            sum = sum.plus(it.getKey(), it.getValue());
        }
        return sum;
    }

    Amounts minus(Amounts other) {
        var difference = this;
        for (var it : other.byCurrency.entrySet()) {
            difference = difference.plus(it.getKey(), it.getValue().negate());
        }
        return difference;
    }

    boolean isNone() {
        return byCurrency.isEmpty();
    }
}
