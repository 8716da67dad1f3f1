package dev.keepwell.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a subscription brings in a month: its price over its billing interval, with a year of
/// twelve months and 365 days.
///
/// Computed once, when the row arrives: engines divide decimals differently, and the sum of amounts
/// that were rounded alike is the same everywhere.
final class MonthlyAmount {

    private static final int SCALE = 4;
    private static final BigDecimal DAYS_PER_YEAR = BigDecimal.valueOf(365);

    private MonthlyAmount() {}

    /// A price for `count` units of `day`, `week`, `month`, `quarter`, `half_year` or `year`.
    static BigDecimal of(BigDecimal price, String unit, long count) {
        return switch (unit) {
            case "day" -> perMonth(price.multiply(DAYS_PER_YEAR), 12 * count);
            // Seven days, so that a weekly plan and a plan of seven days agree.
            case "week" -> perMonth(price.multiply(DAYS_PER_YEAR), 84 * count);
            case "month" -> perMonth(price, count);
            case "quarter" -> perMonth(price, 3 * count);
            case "half_year" -> perMonth(price, 6 * count);
            case "year" -> perMonth(price, 12 * count);
            default -> throw new IllegalArgumentException("No interval is called " + unit + ".");
        };
    }

    /// What is due per interval after discounts.
    static BigDecimal price(
            BigDecimal quantity, BigDecimal unitPrice, BigDecimal share, BigDecimal fixed) {
        return quantity.multiply(unitPrice)
                .multiply(BigDecimal.ONE.subtract(share))
                .subtract(fixed);
    }

    private static BigDecimal perMonth(BigDecimal price, long months) {
        return price.divide(BigDecimal.valueOf(months), SCALE, RoundingMode.HALF_UP);
    }
}
