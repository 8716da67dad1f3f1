package dev.keepwell.screen.api;

import dev.keepwell.health.Change;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a score moved, as the API tells it. The points of the lines add up to the difference.
record ChangeAnswer(String account, Point from, Point to, List<Line> lines) {

    /// A published score and its day.
    record Point(LocalDate day, double value) {

        static Point of(Change.Point it) {
            return new Point(it.day(), it.value());
        }
    }

    /// One cause and its part; a line about the score as a whole names no measure.
    record Line(String cause, @Nullable String group, @Nullable String measure, double points) {

        static Line of(Change.Line line) {
            return switch (line) {
                case Change.Line.OfMeasure(var cause, var group, var measure, var points) ->
                        new Line(cause.word(), group, measure.value(), points);
                case Change.Line.OfScore(var cause, var points) ->
                        new Line(cause.word(), null, null, points);
            };
        }
    }

    static ChangeAnswer of(Change change) {
        return new ChangeAnswer(
                change.account().value(),
                Point.of(change.from()),
                Point.of(change.to()),
                change.lines().stream().map(Line::of).toList());
    }
}
