package dev.keepwell.screen.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Scores as the list keeps them: whole tenths, which add up exactly.
final class Tenths {

    private static final double TEN = 10;

    private Tenths() {}

    static @Nullable Integer of(@Nullable Double score) {
        return score == null ? null : (int) Math.round(score * TEN);
    }

    static @Nullable Double score(@Nullable Integer tenths) {
        return tenths == null ? null : tenths / TEN;
    }

    static double rounded(double points) {
        return BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
