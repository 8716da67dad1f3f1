package dev.keepwell.screen.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of scores the size of a word, drawn on the server. The scale is always 0 to 100, so that
/// rows compare, and a day without a score is a gap.
public record Spark(List<@Nullable BigDecimal> scores) {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 16;
    private static final int MARGIN = 2;

    /// Where a point stands, in the units of the drawing.
    public record Point(String x, String y) {

        @Override
        public String toString() {
            return x + "," + y;
        }
    }

    public Spark {
        scores = Collections.unmodifiableList(new ArrayList<>(scores));
    }

    /// The stretches without a gap, each as the corners of a line.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int i = 0; i < scores.size(); i++) {
            var score = scores.get(i);
            if (score != null) {
                line.append(line.isEmpty() ? "" : " ").append(point(i, score));
            } else if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /// The newest score, unless today has none.
    public @Nullable Point last() {
        if (scores.isEmpty()) {
            return null;
        }
        var last = scores.getLast();
        return last == null ? null : point(scores.size() - 1, last);
    }

    /// Where the border of a band lies.
    public static String border(int score) {
        return y(BigDecimal.valueOf(score));
    }

    private Point point(int index, BigDecimal score) {
        var steps = Math.max(1, scores.size() - 1);
        var x = BigDecimal.valueOf((long) index * (WIDTH - 2 * MARGIN));
        return new Point(
                plain(
                        x.divide(BigDecimal.valueOf(steps), 1, RoundingMode.HALF_UP)
                                .add(BigDecimal.valueOf(MARGIN))),
                y(score));
    }

    private static String y(BigDecimal score) {
        var up = score.multiply(BigDecimal.valueOf(HEIGHT - 2 * MARGIN)).movePointLeft(2);
        return plain(
                BigDecimal.valueOf(HEIGHT - MARGIN).subtract(up).setScale(1, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
