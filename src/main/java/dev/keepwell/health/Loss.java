package dev.keepwell.health;

import dev.keepwell.metric.MetricName;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a measure takes from the score, and the value at which it alone would carry the account
/// over the next border, if any value does.
public record Loss(
        String group,
        MetricName metric,
        double value,
        BigDecimal points,
        BigDecimal lost,
        @Nullable Target needed) {

    /// The greatest first. Nothing is `missing` when no border lies ahead.
    static List<Loss> of(List<Leverage> levers, @Nullable BigDecimal missing) {
        return levers.stream()
                .map(it -> of(it, missing))
                .sorted(Comparator.comparing(Loss::lost).reversed())
                .toList();
    }

    private static Loss of(Leverage lever, @Nullable BigDecimal missing) {
        return new Loss(
                lever.group(),
                lever.metric(),
                lever.value(),
                lever.points(),
                Decimals.settled(lever.lost()),
                missing == null ? null : needed(lever, missing));
    }

    private static @Nullable Target needed(Leverage lever, BigDecimal missing) {
        var points = Decimals.settled(lever.points().add(lever.share().under(missing)));
        return points.compareTo(Leverage.FULL_MARKS) > 0 ? null : lever.target(points).orElse(null);
    }
}
