package dev.keepwell.screen.metric;

import dev.keepwell.kernel.Period;
import dev.keepwell.metric.Interval;
import dev.keepwell.metric.Kind;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.metric.Readings;
import dev.keepwell.metric.Status;
import dev.keepwell.metric.Unit;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.frame.ValueText;
import dev.keepwell.screen.metric.MetricPage.Trait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One value with everything that is needed to believe it, or the reason why there is none.
public record ValueCard(Who who, @Nullable Headline headline, List<Line> lines) {

    public ValueCard {
        lines = List.copyOf(lines);
    }

    /// Whose value it is. The path is empty where it has no page.
    public record Who(String name, String path) {}

    /// The value as it is written, in full, how far to trust it, and what to do where there is
    /// none.
    public record Headline(
            String value, String full, String status, List<Trait> evidence, String repair) {}

    /// A named line beside the headline.
    public record Line(String name, String value) {}

    static ValueCard of(Who who, Readings.Answer answer) {
        Headline headline = null;
        var lines = new ArrayList<Line>();
        for (var it : answer.readings()) {
            if (it.component().isEmpty()) {
                headline = headline(it, answer);
            } else {
                lines.add(new Line(it.component().replace('_', ' '), text(it, answer)));
            }
        }
        return new ValueCard(who, headline, lines);
    }

    /// The groups of a split, each with its headline.
    static ValueCard split(Readings.Answer answer, Map<String, String> names) {
        var lines =
                answer.readings().stream()
                        .filter(it -> it.component().isEmpty())
                        .map(it -> {
                            var name = names.getOrDefault(it.entity(), it.entity());
                            return new Line(name, text(it, answer));
                        })
                        .toList();
        return new ValueCard(new Who("", ""), null, lines);
    }

    /// As it is written where there is room for one word.
    static String text(Reading reading, Readings.Answer answer) {
        return text(reading, answer.metric(), answer.conventions().currency());
    }

    static String text(Reading reading, Metric metric, String currency) {
        return switch (reading.result()) {
            case Result.Value(_, var value, _, _) ->
                    ValueText.of(metric.unitOf(reading.component()), metric, value, currency);
            case Result.None(var status) -> ValueText.missing(status);
        };
    }

    private static Headline headline(Reading reading, Readings.Answer answer) {
        var metric = answer.metric();
        return switch (reading.result()) {
            case Result.Value(var status, var value, var parts, _) ->
                    new Headline(
                            ValueText.of(metric, value, answer.conventions().currency()),
                            full(metric, value, answer.conventions().currency()),
                            ValueText.trust(status),
                            evidence(reading, metric, parts),
                            "");
            case Result.None(var status) ->
                    new Headline(
                            ValueText.missing(status),
                            "",
                            ValueText.trust(status),
                            evidence(reading, metric, List.of()),
                            repair(status, metric));
        };
    }

    private static String full(Metric metric, BigDecimal value, String currency) {
        return metric.meaning().unit() == Unit.MONEY
                ? Figures.moneyInFull(value, currency)
                : Figures.number(value, 10);
    }

    private static String repair(Status status, Metric metric) {
        return switch (status) {
            case SOURCE_MISSING ->
                    "It needs %s. Import it, and the value is there for all days at once."
                            .formatted(Rulebook.sources(metric));
            case NO_DATA -> "We looked, and nothing was there. That is not the same as zero.";
            case ZERO_DENOMINATOR -> "There is nothing to divide by, so there is no ratio.";
            case NOT_APPLICABLE -> "The question does not arise here.";
            case INSUFFICIENT_COVERAGE ->
                    "Too few measures have a value for a score. The account's page says which.";
            case INSUFFICIENT_SAMPLE, CENSORED, CAPPED, STALE, PROVISIONAL, OK -> "";
        };
    }

    private static List<Trait> evidence(Reading reading, Metric metric, List<BigDecimal> parts) {
        var traits = new ArrayList<Trait>();
        traits.add(new Trait("As of", Figures.day(reading.span().asOf())));
        traits.add(new Trait("Window", window(reading.span().period())));
        traits.addAll(counts(metric, parts));
        var interval = reading.interval();
        if (interval != null) {
            traits.add(new Trait("Interval", interval(metric, interval)));
        }
        if (!reading.warnings().isEmpty()) {
            var words = reading.warnings().stream().map(it -> it.strip().replace('_', ' '));
            traits.add(new Trait("Note", String.join("; ", words.toList())));
        }
        return traits;
    }

    private static List<Trait> counts(Metric metric, List<BigDecimal> parts) {
        return switch (metric.kind()) {
            case Kind.Ratio _, Kind.Balance _ ->
                    IntStream.range(0, parts.size())
                            .mapToObj(i ->
                                    new Trait(
                                            capital(metric.kind().columns().get(i)),
                                            part(parts.get(i))))
                            .toList();
            case Kind.Amount _, Kind.Count _, Kind.Distinct _, Kind.Latest _ -> List.of();
        };
    }

    /// Small parts in more detail, so that a reader who divides them gets the value.
    private static String part(BigDecimal part) {
        return Figures.number(part, part.abs().compareTo(BigDecimal.TEN) < 0 ? 4 : 2);
    }

    private static String interval(Metric metric, Interval it) {
        return "%s to %s, in 95 of 100 such samples"
                .formatted(
                        ValueText.of(metric, BigDecimal.valueOf(it.low())),
                        ValueText.of(metric, BigDecimal.valueOf(it.high())));
    }

    private static String window(Period period) {
        return period.days() == 1
                ? "the close of the day"
                : "%s to %s, %d days"
                        .formatted(
                                Figures.day(period.start()),
                                Figures.day(period.lastDay()),
                                period.days());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
