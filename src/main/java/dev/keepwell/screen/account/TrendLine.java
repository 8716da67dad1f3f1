package dev.keepwell.screen.account;

import dev.keepwell.health.Trend;
import dev.keepwell.health.Trends;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which way a score goes, in a few words for each span.
public record TrendLine(List<Part> parts, @Nullable String changedOn) {

    public TrendLine {
        parts = List.copyOf(parts);
    }

    /// One span: how far, which way and how fast.
    public record Part(String span, String change, String arrow, String way, String slope) {}

    static TrendLine of(Trends trends) {
        var changed = trends.changedOn();
        return new TrendLine(
                trends.trends().stream().map(TrendLine::part).toList(),
                changed == null ? null : Figures.day(changed));
    }

    private static Part part(Trend it) {
        var change = it.change();
        var slope = it.slope();
        var span = it.span().days() + " d";
        var speed =
                slope == null
                        ? "too few days for a slope"
                        : Figures.signed(BigDecimal.valueOf(slope), 2) + " a day";
        var way = it.way();
        if (change == null || way == null) {
            return new Part(span, "No data", "", "unknown", speed);
        }
        var points = Figures.signed(BigDecimal.valueOf(change), 1);
        return switch (way) {
            case UP -> new Part(span, points, "↗", "up", speed);
            case FLAT -> new Part(span, points, "→", "flat", speed);
            case DOWN -> new Part(span, points, "↘", "down", speed);
        };
    }
}
