package dev.keepwell.recount;

import dev.keepwell.recount.Books.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// What a stretch of a subscription is per month: four decimals, half up, discounts off.
final class MonthlyPrice {

    /// A discount in force for so many days or less is a one-off credit.
    private static final int SHORT_DISCOUNT_DAYS = 31;

    private MonthlyPrice() {}

    /// `neighbours` are the stretches of the same subscription.
    static BigDecimal of(Price price, List<Price> neighbours) {
        var list = price.quantity().multiply(price.unitPrice());
        var due =
                isCredit(price, neighbours)
                        ? list
                        : list.multiply(BigDecimal.ONE.subtract(price.percentOff()))
                                .subtract(price.amountOff());
        return perMonth(due, price.unit(), price.count());
    }

    static BigDecimal perMonth(BigDecimal due, String unit, int count) {
        return switch (unit) {
            case "day" -> divided(due.multiply(BigDecimal.valueOf(365)), 12L * count);
            case "week" -> divided(due.multiply(BigDecimal.valueOf(365)), 84L * count);
            case "month" -> divided(due, count);
            case "quarter" -> divided(due, 3L * count);
            case "half_year" -> divided(due, 6L * count);
            case "year" -> divided(due, 12L * count);
            default -> throw new IllegalArgumentException(unit);
        };
    }

    private static BigDecimal divided(BigDecimal due, long months) {
        return due.divide(BigDecimal.valueOf(months), 4, RoundingMode.HALF_UP);
    }

    /// A discount lasts as long as its spell, however many stretches that takes.
    static boolean isCredit(Price price, List<Price> neighbours) {
        if (!price.isDiscounted()) {
            return false;
        }
        var spell =
                neighbours.stream()
                        .filter(it -> it.isDiscounted() && it.kind().equals("recurring"))
                        .sorted(Comparator.comparing(Price::start))
                        .toList();
        LocalDate start = price.start();
        LocalDate end = price.end();
        for (var it : spell.reversed()) {
            if (start.equals(it.end())) {
                start = it.start();
            }
        }
        for (var it : spell) {
            if (it.start().equals(end)) {
                end = it.end();
            }
        }
        return end != null && ChronoUnit.DAYS.between(start, end) <= SHORT_DISCOUNT_DAYS;
    }

    /// Without discounts.
    static BigDecimal list(Price price) {
        return perMonth(price.quantity().multiply(price.unitPrice()), price.unit(), price.count());
    }
}
