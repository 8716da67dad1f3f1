package dev.keepwell.metric;

import java.time.LocalDate;

/// What one metric said about one account on one day.
public sealed interface Observation {

    MetricName metric();

    Status status();

    /// A number. `observedOn` is the day of the latest fact behind it, from which its age is
    /// counted; for windows that move with the day it is the day itself.
    record Measured(
            MetricName metric, Status status, double value, LocalDate observedOn, String source)
            implements Observation {

        /// The same number in another light.
        public Measured with(Status other) {
            return new Measured(metric, other, value, observedOn, source);
        }
    }

    /// No number, and why not. A gap is a fact about the customer, not a zero.
    record Unknown(MetricName metric, Status status) implements Observation {}
}
