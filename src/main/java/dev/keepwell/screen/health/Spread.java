package dev.keepwell.screen.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How accounts spread over a scale from 0 to 100, drawn on the server: a bar for each bin, and the
/// outline of an earlier day over it. All lengths are shares of a hundred.
public record Spread(List<Bar> bars, List<Stroke> outline, List<Tick> ticks) {

    private static final double FULL = 100;
    private static final int TICKS = 4;

    public Spread {
        bars = List.copyOf(bars);
        outline = List.copyOf(outline);
        ticks = List.copyOf(ticks);
    }

    /// One bin, how many accounts are in it and were, and where the list shows them.
    public record Bar(String label, long accounts, long before, Box box, @Nullable String address) {

        public String accountsText() {
            return "%,d".formatted(accounts);
        }

        public String beforeText() {
            return "%,d".formatted(before);
        }
    }

    /// Where a bar is drawn, from its upper left corner.
    public record Box(String x, String y, String width, String height) {}

    /// A piece of a line.
    public record Stroke(String x1, String y1, String x2, String y2) {}

    /// A line across, at a number of accounts.
    public record Tick(String y, String label) {}

    /// What is counted: a label and an address for each bin, and whether there is an earlier day.
    interface Labels {
        String label(int bin);

        @Nullable String address(int bin);
    }

    static Spread of(List<Long> now, List<Long> before, Labels labels) {
        var most = Math.max(Collections.max(now), before.isEmpty() ? 0 : Collections.max(before));
        var step = step(most);
        var top = Math.max(step, (most + step - 1) / step * step);
        var width = FULL / now.size();
        var bars =
                IntStream.range(0, now.size())
                        .mapToObj(it ->
                                new Bar(
                                        labels.label(it),
                                        now.get(it),
                                        before.isEmpty() ? 0 : before.get(it),
                                        box(it * width, width, FULL * now.get(it) / top),
                                        labels.address(it)))
                        .toList();
        return new Spread(bars, outline(before, width, top), ticks(top, step));
    }

    private static Box box(double x, double width, double height) {
        var gap = width / 16;
        return new Box(text(x + gap), text(FULL - height), text(width - 2 * gap), text(height));
    }

    private static List<Stroke> outline(List<Long> counts, double width, long top) {
        var strokes = new ArrayList<Stroke>();
        var level = FULL;
        for (int i = 0; i < counts.size(); i++) {
            var next = FULL - FULL * counts.get(i) / top;
            if (level != next) {
                strokes.add(stroke(i * width, level, i * width, next));
            }
            if (next < FULL) {
                strokes.add(stroke(i * width, next, (i + 1) * width, next));
            }
            level = next;
        }
        if (level < FULL) {
            strokes.add(stroke(FULL, level, FULL, FULL));
        }
        return strokes;
    }

    private static Stroke stroke(double x1, double y1, double x2, double y2) {
        return new Stroke(text(x1), text(y1), text(x2), text(y2));
    }

    private static List<Tick> ticks(long top, long step) {
        var ticks = new ArrayList<Tick>();
        for (var at = step; at <= top; at += step) {
            ticks.add(new Tick(text(FULL - FULL * at / top), "%,d".formatted(at)));
        }
        return ticks;
    }

    /// A round number of accounts, of which about four make the tallest bar.
    private static long step(long most) {
        var power = 1L;
        while (true) {
            for (var it : List.of(1L, 2L, 5L)) {
                if (power * it * TICKS >= most) {
                    return power * it;
                }
            }
            power *= 10;
        }
    }

    private static String text(double share) {
        return String.format(Locale.ROOT, "%.3f%%", share);
    }
}
