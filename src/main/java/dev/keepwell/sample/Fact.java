package dev.keepwell.sample;

import java.math.BigDecimal;

/// A figure that the sample company counted itself, and the question that the product should answer
/// with it: a metric at a grain, of an entity or of all, as of a day or over a period.
public record Fact(
        String metric,
        String grain,
        String entity,
        String component,
        String asOf,
        String period,
        BigDecimal value) {}
