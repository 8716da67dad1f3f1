package dev.keepwell.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How the values of one metric are spread over the accounts of today: what lies behind a curve
/// while somebody draws it.
///
/// The bins divide the stretch from `lowest` to `highest`; without a value there are none.
public record Distribution(
        int accounts,
        int known,
        double lowest,
        double highest,
        List<Integer> bins,
        @Nullable Quantiles quantiles) {

    private static final int BINS = 30;

    public Distribution {
        bins = List.copyOf(bins);
    }

    /// Below these lie a tenth, a half and nine tenths of the values.
    public record Quantiles(double p10, double p50, double p90) {}

    /// Of so many accounts these values are known.
    static Distribution of(int accounts, DoubleStream values) {
        var sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return new Distribution(accounts, 0, 0, 0, List.of(), null);
        }
        var lowest = sorted[0];
        var highest = sorted[sorted.length - 1];
        return new Distribution(
                accounts,
                sorted.length,
                lowest,
                highest,
                bins(sorted, lowest, highest),
                new Quantiles(quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9)));
    }

    private static List<Integer> bins(double[] sorted, double lowest, double highest) {
        var bins = new ArrayList<>(Collections.nCopies(BINS, 0));
        Arrays.stream(sorted)
                .mapToInt(it -> bin(it, lowest, highest))
                .forEach(it -> bins.set(it, bins.get(it) + 1));
        return bins;
    }

    private static int bin(double value, double lowest, double highest) {
        return lowest == highest
                ? 0
                : Math.min(BINS - 1, (int) (BINS * (value - lowest) / (highest - lowest)));
    }

    /// Between two neighbours in proportion.
    private static double quantile(double[] sorted, double share) {
        var place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return Decimals.settled(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }
}
