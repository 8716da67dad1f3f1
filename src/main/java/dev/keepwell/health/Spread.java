package dev.keepwell.health;

import dev.keepwell.health.Prospect.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the scores of some accounts are spread, before a change of the model and after it.
public record Spread(Side before, Side after) {

    private static final double BIN = 5;
    private static final int BINS = 20;

    /// Scores in bins of five points, the last one with 100 in it. Grey accounts have no score, so
    /// they are in no bin and no mean.
    public record Side(
            int scored,
            int grey,
            List<Integer> bins,
            @Nullable Double mean,
            @Nullable Double median) {

        public Side {
            bins = List.copyOf(bins);
        }

        static Side of(Stream<Standing> standings) {
            var all = standings.toList();
            var scores =
                    all.stream()
                            .map(Standing::score)
                            .filter(Objects::nonNull)
                            .mapToDouble(Double::doubleValue)
                            .sorted()
                            .toArray();
            var bins = new ArrayList<>(Collections.nCopies(BINS, 0));
            for (var score : scores) {
                int bin = Math.min(BINS - 1, (int) (score / BIN));
                bins.set(bin, bins.get(bin) + 1);
            }
            var isEmpty = scores.length == 0;
            return new Side(
                    scores.length,
                    all.size() - scores.length,
                    bins,
                    isEmpty ? null : Decimals.settled(Arrays.stream(scores).average().orElse(0)),
                    isEmpty ? null : Decimals.settled(median(scores)));
        }

        private static double median(double[] sorted) {
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }
    }

    public static Spread of(Collection<Prospect> prospects) {
        return new Spread(side(prospects, Prospect::before), side(prospects, Prospect::after));
    }

    private static Side side(Collection<Prospect> prospects, Function<Prospect, Standing> side) {
        return Side.of(prospects.stream().map(side));
    }
}
