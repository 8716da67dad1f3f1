package dev.keepwell.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The way from the recurring revenue at the opening of a period to that at its close. What is left
/// when the movements are taken off both ends is the difference, which has to be nothing.
public record Bridge(BigDecimal opening, List<Step> steps, BigDecimal closing) {

    /// The metric that it explains, movement by movement.
    static final MetricName MOVEMENTS = new MetricName("mrr_movement");

    static final String BALANCE = "mrr";

    private static final Set<String> LOSSES = Set.of("contraction", "churn", "transfer_out");

    /// A kind of movement, less than zero where it takes away.
    public record Step(String name, BigDecimal amount) {}

    public Bridge {
        steps = List.copyOf(steps);
    }

    static Bridge of(BigDecimal opening, List<Reading> movements, BigDecimal closing) {
        var steps = new ArrayList<Step>();
        for (var it : movements) {
            var amount = it.value().orElse(BigDecimal.ZERO);
            var signed = LOSSES.contains(it.component()) ? amount.negate() : amount;
            steps.add(new Step(it.component(), signed));
        }
        return new Bridge(opening, steps, closing);
    }

    public BigDecimal difference() {
        var arrived = opening;
        for (var step : steps) {
            arrived = arrived.add(step.amount());
        }
        return closing.subtract(arrived);
    }
}
