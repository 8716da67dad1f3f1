package dev.keepwell.screen.api;

import dev.keepwell.kernel.Money;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Kind;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Unit;
import dev.keepwell.workspace.Conventions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value with everything that is needed to believe it, or the reason why there is none. Money is
/// an amount with its currency, every other value a number.
record Envelope(
        String metricId,
        String grain,
        String entityId,
        @Nullable String entityName,
        Map<String, String> dimension,
        @Nullable String component,
        LocalDate windowStart,
        LocalDate windowEnd,
        String window,
        LocalDate asOf,
        Instant knownAt,
        @Nullable Object value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal n,
        String unit,
        @Nullable String currency,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        String status,
        List<String> warnings,
        int configVersion,
        int settingsVersion,
        Instant computedAt) {

    /// What all values of one answer share.
    record Paper(
            Metric metric,
            Conventions conventions,
            Map<String, String> names,
            Instant knownAt,
            Instant computedAt) {

        String currency() {
            return conventions.currency();
        }
    }

    /// An amount of money as the API writes it.
    record Amount(String amount, String currency) {}

    /// The counts behind a rate.
    private record Parts(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal n) {

        static final Parts NONE = new Parts(null, null, null);

        static Parts of(Metric metric, Reading.Result result) {
            if (!(result instanceof Reading.Result.Value(_, _, var parts, _))) {
                return NONE;
            }
            return switch (metric.kind()) {
                case Kind.Ratio _ ->
                        new Parts(
                                plain(parts.getFirst()),
                                plain(parts.getLast()),
                                // A sum of money is a denominator and no number of cases.
                                metric.rules().sample().wilson() ? plain(parts.getLast()) : null);
                case Kind.Balance _ ->
                        new Parts(
                                plain(parts.getFirst().subtract(parts.get(1))),
                                plain(parts.getLast()),
                                plain(parts.getLast()));
                case Kind.Amount _, Kind.Count _, Kind.Distinct _, Kind.Latest _ -> NONE;
            };
        }
    }

    static Envelope of(Reading reading, Paper paper) {
        var metric = paper.metric();
        var unit = metric.unitOf(reading.component());
        var period = reading.span().period();
        var parts = Parts.of(metric, reading.result());
        var interval = reading.interval();
        return new Envelope(
                reading.metric().value(),
                reading.grain().word(),
                reading.entity(),
                paper.names().get(reading.entity()),
                dimension(metric, reading.component()),
                isComponent(metric, reading.component()) ? reading.component() : null,
                period.start(),
                period.end(),
                period.days() + "d",
                reading.span().asOf(),
                paper.knownAt(),
                reading.value().map(it -> printed(it, reading, unit, paper)).orElse(null),
                parts.numerator(),
                parts.denominator(),
                parts.n(),
                unit.name().toLowerCase(Locale.ROOT),
                unit == Unit.MONEY ? paper.currency() : null,
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                reading.status().name(),
                reading.warnings(),
                metric.meaning().version(),
                paper.conventions().settings().version(),
                paper.computedAt());
    }

    /// A metric that has components and splits as well names the split in the line:
    /// `topic=billing`.
    private static Map<String, String> dimension(Metric metric, String line) {
        var split = line.indexOf('=');
        if (split > 0) {
            return Map.of(line.substring(0, split), line.substring(split + 1));
        }
        var dimension = metric.rules().lines().dimension();
        return dimension == null || line.isEmpty() ? Map.of() : Map.of(dimension, line);
    }

    private static boolean isComponent(Metric metric, String line) {
        return dimension(metric, line).isEmpty() && !line.isEmpty();
    }

    private static Object printed(BigDecimal value, Reading reading, Unit unit, Paper paper) {
        if (unit == Unit.MONEY) {
            return new Amount(new Money(value, paper.currency()).printed(), paper.currency());
        }
        return unit == Unit.FLAG && reading.grain() == Grain.ACCOUNT
                ? Boolean.valueOf(value.signum() != 0)
                : plain(value);
    }

    /// Never `1E+3`, which some readers take for a text.
    static BigDecimal plain(BigDecimal value) {
        var shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
