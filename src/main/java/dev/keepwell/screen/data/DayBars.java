package dev.keepwell.screen.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How many on each of the last days, the size of a word. A day without any is a gap.
public record DayBars(List<Bar> bars, String label) {

    private static final int HEIGHT = 16;
    private static final int STEP = 6;

    /// One day, from its upper left corner.
    public record Bar(int x, int y, int height) {}

    public DayBars {
        bars = List.copyOf(bars);
    }

    static DayBars of(List<Long> days) {
        var bars = new ArrayList<Bar>();
        var most = days.isEmpty() ? 0 : Collections.max(days);
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) > 0) {
                var height = (int) Math.max(2, HEIGHT * days.get(i) / most);
                bars.add(new Bar(i * STEP, HEIGHT - height, height));
            }
        }
        var sum = days.stream().mapToLong(it -> it).sum();
        return new DayBars(
                bars,
                "%,d in the last %d days, %,d of them today"
                        .formatted(sum, days.size(), days.isEmpty() ? 0 : days.getLast()));
    }
}
