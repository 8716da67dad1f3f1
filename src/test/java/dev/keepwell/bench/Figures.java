package dev.keepwell.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The turns of one measure.
record Figures(Budget budget, List<Turn> turns) {

    double min() {
        return turns.stream().mapToDouble(Turn::value).min().orElseThrow();
    }

    double median() {
        return middle(Turn::value);
    }

    double max() {
        return turns.stream().mapToDouble(Turn::value).max().orElseThrow();
    }

    double middle(ToDoubleFunction<Turn> of) {
        var sorted = turns.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    long peakBytes() {
        return turns.stream().mapToLong(it -> it.cost().peakBytes()).max().orElse(0);
    }

    boolean isMet() {
        return budget.isMet(median());
    }

    /// Three digits that count: 0.0123, 4.56, 789.
    static String number(double value) {
        if (value == 0 || Double.isNaN(value)) {
            return value == 0 ? "0" : "–";
        }
        var digits = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%,." + Math.min(digits, 4) + "f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }
}
