package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import java.util.List;

/// How much an answer still counts as it grows old.
public sealed interface Fading {

    /// From 1, full weight, to 0, as good as never said.
    double freshness(long ageDays, double value);

    /// Whether the value counts in full only because bad news does not expire.
    boolean isHeld(long ageDays, double value);

    /// For windows that move with the day, which cannot grow old.
    record Never() implements Fading {

        @Override
        public double freshness(long ageDays, double value) {
            return 1;
        }

        @Override
        public boolean isHeld(long ageDays, double value) {
            return false;
        }
    }

    /// Full weight for `freshForDays`, then a straight line down to nothing at twice that.
    ///
    /// The values in `neverAt` do not fade. If a red pulse did, doing nothing about it would turn a
    /// red account greener.
    record After(int freshForDays, List<Double> neverAt) implements Fading {

        public After {
            neverAt = List.copyOf(neverAt);
            if (freshForDays < 1 || freshForDays > Curve.DAYS_MAX) {
                throw Refusal.invalid(
                        "model_fresh_for",
                        "A measure is fresh for 1 to 3650 days, but got %d."
                                .formatted(freshForDays));
            }
        }

        @Override
        public double freshness(long ageDays, double value) {
            if (ageDays <= freshForDays || neverAt.contains(value)) {
                return 1;
            }
            return Math.max(0, (2.0 * freshForDays - ageDays) / freshForDays);
        }

        @Override
        public boolean isHeld(long ageDays, double value) {
            return ageDays > freshForDays && neverAt.contains(value);
        }
    }
}
