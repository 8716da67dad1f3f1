package dev.keepwell.metric;

import dev.keepwell.kernel.Refusal;
import java.util.regex.Pattern;

/// The name of a metric, which is also the name of its file: `dau_mau_ratio`.
public record MetricName(String value) implements Comparable<MetricName> {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    public MetricName {
        if (!SNAKE_CASE.matcher(value).matches()) {
            throw Refusal.invalid(
                    "metric_name", "A metric is named like_this, but got '%s'.".formatted(value));
        }
    }

    @Override
    public int compareTo(MetricName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
