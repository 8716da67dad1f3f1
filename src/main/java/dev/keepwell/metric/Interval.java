package dev.keepwell.metric;

import java.util.Optional;

/// The range in which the true value lies in 95 of 100 samples like this one.
public record Interval(double low, double high) {

    /// The 97.5 % point of the normal distribution.
    private static final double Z = 1.959964;

    /// Wilson's interval of `k` successes among `n`. Without cases there is no interval, rather
    /// than one from 0 to 0.
    public static Optional<Interval> wilson(double k, double n) {
        if (n <= 0) {
            return Optional.empty();
        }
        var p = k / n;
        var spread = 1 + Z * Z / n;
        var centre = (p + Z * Z / (2 * n)) / spread;
        var half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / spread;
        return Optional.of(new Interval(Math.max(0, centre - half), Math.min(1, centre + half)));
    }

    /// The interval of a balance of answers in points: each answer counts +1, 0 or −1.
    public static Optional<Interval> balance(double promoters, double detractors, double answers) {
        if (answers <= 0) {
            return Optional.empty();
        }
        var p = promoters / answers;
        var d = detractors / answers;
        var margin = 196 * Math.sqrt((p + d - (p - d) * (p - d)) / answers);
        var value = 100 * (p - d);
        return Optional.of(new Interval(value - margin, value + margin));
    }

    Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }
}
