package dev.keepwell.metric;

import dev.keepwell.kernel.Period;
import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of a metric: about which kind of entity, as of which day, over which period.
///
/// `knownOn` is the last day whose news may count; the conventions tell what a quarter is and how
/// far back a window reaches.
public record Question(
        Metric metric,
        Grain grain,
        LocalDate asOf,
        @Nullable String period,
        LocalDate knownOn,
        Conventions conventions) {

    /// The windows of a metric on some days, each as it looked then.
    static List<Span> spans(
            Metric metric, Grain grain, List<LocalDate> days, Conventions conventions) {
        return days.stream()
                .map(day -> new Question(metric, grain, day, null, day, conventions).span())
                .toList();
    }

    /// The one window that answers it.
    public Span span() {
        return switch (metric.rules().window()) {
            case Window.Instant() -> trailing(1);
            case Window.Trailing(var accountDays, var groupDays, var fixed) -> {
                var length = grain == Grain.ACCOUNT ? accountDays : groupDays;
                var days = length.under(conventions.settings());
                yield period == null || fixed ? trailing(days) : whole(period);
            }
            case Window.Whole(var usual) -> whole(period == null ? usual : period);
        };
    }

    /// So many days to the last day of the period, or to the day itself where none is given.
    private Span trailing(int days) {
        if (period == null) {
            return Span.trailing(asOf, days, knownOn);
        }
        var last = parsed(period).lastDay();
        var cut = last.isAfter(asOf);
        var day = cut ? asOf : last;
        return new Span(Period.trailing(day, days), day, knownOn, cut);
    }

    private Span whole(String word) {
        var parsed = parsed(word);
        var cut = parsed.lastDay().isAfter(asOf);
        // A period that has not begun has nothing to cut; it is measured as the empty future it is.
        if (!cut || !parsed.contains(asOf)) {
            return new Span(parsed, asOf, knownOn, cut);
        }
        return new Span(new Period(parsed.start(), asOf.plusDays(1)), asOf, knownOn, true);
    }

    private Period parsed(String word) {
        return PeriodWord.parse(word, asOf, conventions.fiscalYearStartMonth());
    }
}
