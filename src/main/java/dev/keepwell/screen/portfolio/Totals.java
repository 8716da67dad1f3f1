package dev.keepwell.screen.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The foot of a list: what all matching accounts come to, not those of the page alone.
///
/// Only customers have revenue and a score; the others are counted as accounts. `withoutMrr` are
/// the customers whose revenue is unknown, as it is without an exchange rate: they are in no sum.
public record Totals(
        long accounts, long customers, BigDecimal mrr, long withoutMrr, Bands bands, Means means) {

    /// How many accounts have which colour; who was not judged is in none.
    public record Bands(long red, long yellow, long green, long grey) {}

    /// The mean score, each account counted by what it pays, or each the same.
    public record Means(@Nullable BigDecimal byMrr, @Nullable BigDecimal simple) {}

    private static final int DIGITS = 2;
    private static final BigDecimal TEN = BigDecimal.TEN;

    static final String COLUMNS =
            """
            count(*) as accounts,
            count(*) filter (where is_customer) as customers,
            coalesce(sum(mrr) filter (where is_customer), 0) as mrr,
            count(*) filter (where is_customer and mrr is null) as without_mrr,
            count(*) filter (where band = 'red') as red,
            count(*) filter (where band = 'yellow') as yellow,
            count(*) filter (where band = 'green') as green,
            count(*) filter (where band = 'grey') as grey,
            sum(score_tenths) as tenths,
            count(score_tenths) as scored,
            sum(mrr * score_tenths) as weighted_tenths,
            sum(mrr) filter (where score_tenths is not null) as weight
            """;

    static Totals read(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("accounts"),
                row.getLong("customers"),
                row.getBigDecimal("mrr"),
                row.getLong("without_mrr"),
                new Bands(
                        row.getLong("red"),
                        row.getLong("yellow"),
                        row.getLong("green"),
                        row.getLong("grey")),
                new Means(
                        mean(row.getBigDecimal("weighted_tenths"), row.getBigDecimal("weight")),
                        mean(row.getBigDecimal("tenths"), row.getBigDecimal("scored"))));
    }

    private static @Nullable BigDecimal mean(
            @Nullable BigDecimal tenths, @Nullable BigDecimal weight) {
        return Optional.ofNullable(weight)
                .filter(it -> it.signum() > 0)
                .flatMap(it ->
                        Optional.ofNullable(tenths)
                                .map(sum ->
                                        sum.divide(it.multiply(TEN), DIGITS, RoundingMode.HALF_UP)))
                .orElse(null);
    }
}
