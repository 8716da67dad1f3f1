package dev.keepwell.screen.account;

import dev.keepwell.screen.frame.Figures;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the address of a health page says: the day, how far back the line goes and whether it is as
/// published, since when the change is explained, and what the measures are sorted by.
public record HealthQuestion(
        @Nullable LocalDate asOf,
        Stretch range,
        Standpoint series,
        Since since,
        MeasureOrder sort) {

    /// The parameters as they come; all of them may be left out.
    record Wanted(
            @Nullable String range,
            @Nullable String series,
            @Nullable String since,
            @Nullable String sort) {

        HealthQuestion on(@Nullable LocalDate asOf) {
            return new HealthQuestion(
                    asOf,
                    range == null ? Stretch.QUARTER : Stretch.named(range),
                    series == null ? Standpoint.PUBLISHED : Standpoint.named(series),
                    since == null ? Since.MONTH : Since.named(since),
                    sort == null ? MeasureOrder.LOST : MeasureOrder.named(sort));
        }
    }

    /// The same page with another stretch of the line.
    public String with(Stretch other) {
        return new HealthQuestion(asOf, other, series, since, sort).address();
    }

    /// The same page with the line seen from another time.
    public String with(Standpoint other) {
        return new HealthQuestion(asOf, range, other, since, sort).address();
    }

    /// The same page with another span of the change.
    public String with(Since other) {
        return new HealthQuestion(asOf, range, series, other, sort).address();
    }

    /// The same page with its measures in another order.
    public String with(MeasureOrder other) {
        return new HealthQuestion(asOf, range, series, since, other).address();
    }

    public String dayText() {
        return asOf == null ? "" : Figures.day(asOf);
    }

    /// What follows the address of a metric, so that it shows this account on this day.
    public String ofAccount(String id) {
        return "?account=" + id + (asOf == null ? "" : "&as_of=" + asOf);
    }

    private String address() {
        var day = asOf == null ? "" : "&as_of=" + asOf;
        var order = sort == MeasureOrder.LOST ? "" : "&sort=" + sort.word();
        var told = series == Standpoint.PUBLISHED ? "" : "&series=" + series.word();
        return "?range=%s&since=%s%s%s%s".formatted(range.word(), since.word(), told, order, day);
    }
}
