package dev.keepwell.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one metric says about one entity over one span: the content of a result envelope.
///
/// The component is empty for the headline. Parts are the numeric columns of the metric's kind, in
/// their order, so that a reader can see k and n behind every rate.
public record Reading(
        MetricName metric,
        Grain grain,
        String entity,
        String component,
        Span span,
        Result result,
        @Nullable Interval interval,
        List<String> warnings) {

    public Reading {
        warnings = List.copyOf(warnings);
    }

    /// A number, or the reason why there is none.
    public sealed interface Result {

        Status status();

        record Value(Status status, BigDecimal value, List<BigDecimal> parts, int observedDay)
                implements Result {}

        record None(Status status) implements Result {}
    }

    public Status status() {
        return result.status();
    }

    public Optional<BigDecimal> value() {
        return switch (result) {
            case Result.Value(_, var value, _, _) -> Optional.of(value);
            case Result.None _ -> Optional.empty();
        };
    }
}
