package dev.keepwell.screen.api;

import dev.keepwell.health.ScoreSeries;
import dev.keepwell.health.ScoreSeries.Day.Gap;
import dev.keepwell.health.ScoreSeries.Day.Judged;
import dev.keepwell.health.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A score day by day as the API tells it. A day without a band was not judged; one that is grey
/// was, and has no score.
record SeriesAnswer(String account, String series, List<Point> days, List<Begin> versions) {

    record Point(
            LocalDate day,
            @Nullable Double published,
            @Nullable String band,
            @Nullable Double coverage,
            @Nullable Integer modelVersion,
            boolean provisional) {

        static Point of(ScoreSeries.Day day) {
            return switch (day) {
                case Gap(var on) -> new Point(on, null, null, null, null, false);
                case Judged(var on, var version, var coverage, var verdict, var isProvisional) ->
                        new Point(
                                on,
                                published(verdict),
                                verdict.band().word(),
                                coverage,
                                version,
                                isProvisional);
            };
        }

        private static @Nullable Double published(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Scored scored -> scored.published();
                case Verdict.Grey _ -> null;
            };
        }
    }

    /// The first day on which a version of the model judged.
    record Begin(LocalDate day, int modelVersion) {}

    static SeriesAnswer of(String name, ScoreSeries series) {
        return new SeriesAnswer(
                series.account().value(),
                name,
                series.days().stream().map(Point::of).toList(),
                series.versions().stream().map(it -> new Begin(it.day(), it.version())).toList());
    }
}
