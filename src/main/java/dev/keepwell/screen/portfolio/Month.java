package dev.keepwell.screen.portfolio;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Band;
import dev.keepwell.health.Ledger.Point;
import dev.keepwell.health.Verdict;
import dev.keepwell.screen.portfolio.Entry.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The thirty days that led to an account's newest score.
record Month(Anatomy now, List<Point> closed) {

    static final int SPARK_DAYS = 30;

    private static final int DAYS = 30;

    /// A change is since the very day; where that one is missing, since one a little earlier.
    private static final int DAYS_OF_GRACE = 3;

    Month {
        closed = closed.stream().filter(it -> it.day().isBefore(now.day())).toList();
    }

    /// The first day that a month which ends with `day` looks at.
    static LocalDate firstDay(LocalDate day) {
        return day.minusDays(DAYS + (long) DAYS_OF_GRACE);
    }

    /// The day that a month which ends with `day` is compared with.
    static LocalDate before(LocalDate day) {
        return day.minusDays(DAYS);
    }

    /// Where the change is counted from.
    Optional<Point> start() {
        var latest = before(now.day());
        return closed.stream()
                .filter(it -> !it.day().isAfter(latest) && !it.day().isBefore(firstDay(now.day())))
                .reduce((_, later) -> later);
    }

    /// The day itself: who was no customer on it stood nowhere.
    static Optional<Point> on(List<Point> points, LocalDate day) {
        return points.stream().filter(it -> it.day().equals(day)).findFirst();
    }

    /// Scores have one decimal, and so has their difference.
    Optional<Double> delta() {
        var published = published(now.verdict());
        var before = start().map(it -> published(it.verdict())).orElse(null);
        return published == null || before == null
                ? Optional.empty()
                : Optional.of(Tenths.rounded(published - before));
    }

    List<@Nullable Double> spark() {
        var scores = new HashMap<LocalDate, @Nullable Double>();
        closed.forEach(it -> scores.put(it.day(), published(it.verdict())));
        scores.put(now.day(), published(now.verdict()));
        var spark = new ArrayList<@Nullable Double>();
        for (int ago = SPARK_DAYS - 1; ago >= 0; ago--) {
            spark.add(scores.get(now.day().minusDays(ago)));
        }
        return spark;
    }

    /// The last time that one colour followed another. Grey is none: to become known is no change.
    Optional<Turn> turn() {
        @Nullable Turn last = null;
        var before = Band.GREY;
        for (var day : days()) {
            var isOf = day.on().isAfter(before(now.day()));
            if (isOf && before != Band.GREY && day.band() != Band.GREY && day.band() != before) {
                last = new Turn(before, day.on());
            }
            before = day.band() == Band.GREY ? before : day.band();
        }
        return Optional.ofNullable(last);
    }

    private record Colour(LocalDate on, Band band) {}

    private List<Colour> days() {
        var days = new ArrayList<Colour>();
        closed.forEach(it -> days.add(new Colour(it.day(), it.verdict().band())));
        days.add(new Colour(now.day(), now.band()));
        return days;
    }

    private static @Nullable Double published(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Scored scored -> scored.published();
            case Verdict.Grey _ -> null;
        };
    }
}
