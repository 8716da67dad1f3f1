package dev.keepwell.health;

import java.time.LocalDate;
import java.util.Locale;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// Which way a published score goes over a number of days: how far it is from where it was, and how
/// fast it moves.
///
/// The change is counted from the very day; where that one is missing, from the latest of the three
/// days before it. The slope is in points a day, and is told only when most days are there.
public record Trend(
        Span span, @Nullable LocalDate since, @Nullable Double change, @Nullable Double slope) {

    private static final int DAYS_OF_GRACE = 3;
    private static final double DAYS_NEEDED = 0.6;

    /// How far a trend looks back, and from how many points on a change has a direction.
    public enum Span {
        WEEK(7, 3),
        MONTH(30, 5),
        QUARTER(90, 8);

        private final int days;
        private final double least;

        Span(int days, double least) {
            this.days = days;
            this.least = least;
        }

        public int days() {
            return days;
        }
    }

    /// Where an arrow points.
    public enum Way {
        UP,
        FLAT,
        DOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The trend that ends with `day`, of the days that have a score.
    public static Trend of(Span span, LocalDate day, NavigableMap<LocalDate, Double> published) {
        var latest = day.minusDays(span.days);
        var start = published.floorEntry(latest);
        var now = published.get(day);
        var slope = now == null ? null : slope(published.subMap(latest, true, day, true), span);
        return now == null
                        || start == null
                        || start.getKey().isBefore(latest.minusDays(DAYS_OF_GRACE))
                ? new Trend(span, null, null, slope)
                : new Trend(span, start.getKey(), Decimals.one(now - start.getValue()), slope);
    }

    /// Nowhere as long as the change is unknown.
    public @Nullable Way way() {
        if (change == null) {
            return null;
        }
        if (Math.abs(change) < span.least) {
            return Way.FLAT;
        }
        return change > 0 ? Way.UP : Way.DOWN;
    }

    /// The first day that any trend of this span looks at.
    static LocalDate firstDay(Span span, LocalDate day) {
        return day.minusDays(span.days + (long) DAYS_OF_GRACE);
    }

    /// The straight line that lies closest to the points.
    private static @Nullable Double slope(NavigableMap<LocalDate, Double> published, Span span) {
        var n = published.size();
        if (n < 2 || n < DAYS_NEEDED * (span.days + 1)) {
            return null;
        }
        var x = published.keySet().stream().mapToLong(LocalDate::toEpochDay).average().orElse(0);
        var y = published.values().stream().mapToDouble(it -> it).average().orElse(0);
        var across = 0.0;
        var along = 0.0;
        for (var point : published.entrySet()) {
            var dx = point.getKey().toEpochDay() - x;
            across += dx * (point.getValue() - y);
            along += dx * dx;
        }
        return across / along;
    }
}
