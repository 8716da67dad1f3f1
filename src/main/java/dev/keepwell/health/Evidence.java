package dev.keepwell.health;

import dev.keepwell.health.MeasureScore.Part;
import dev.keepwell.metric.MetricName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the accounts of a day have to say about the measures of a model: how many of them answer,
/// and which answers say the same thing twice. It takes them portion by portion.
final class Evidence {

    /// Fewer accounts than these look alike by chance.
    private static final int ACCOUNTS_TO_COMPARE = 20;

    private final List<MetricName> measures;
    private final Map<MetricName, Integer> positions = new HashMap<>();
    private final long[] asked;
    private final long[] answered;
    private final Comoments[][] pairs;

    Evidence(Collection<MetricName> measures) {
        this.measures = List.copyOf(measures);
        int size = this.measures.size();
        asked = new long[size];
        answered = new long[size];
        pairs = new Comoments[size][size];
        for (int i = 0; i < size; i++) {
            positions.put(this.measures.get(i), i);
            for (int j = 0; j < i; j++) {
                pairs[i][j] = new Comoments();
            }
        }
    }

    /// Two measures and how much they go together.
    record Pair(MetricName one, MetricName other, double coefficient, long accounts) {}

    void add(Collection<Anatomy> anatomies) {
        anatomies.forEach(this::add);
    }

    private void add(Anatomy anatomy) {
        var points = new @Nullable Double[measures.size()];
        anatomy.measures().forEach(it -> note(it, points));
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                if (points[i] != null && points[j] != null) {
                    pairs[i][j].add(points[i], points[j]);
                }
            }
        }
    }

    private void note(MeasureScore measure, @Nullable Double[] points) {
        var position = positions.get(measure.metric());
        if (position == null) {
            return;
        }
        switch (measure.part()) {
            case Part.Counted(var it, _, _) -> {
                points[position] = it;
                asked[position]++;
                answered[position]++;
            }
            case Part.Missing() -> asked[position]++;
            case Part.NotApplicable() -> {}
        }
    }

    /// The share of the accounts with an answer among those of whom it can be asked; a measure that
    /// can be asked of nobody is not in it.
    Map<MetricName, Double> coverage() {
        var shares = new TreeMap<MetricName, Double>();
        for (int i = 0; i < asked.length; i++) {
            if (asked[i] > 0) {
                shares.put(measures.get(i), Decimals.settled((double) answered[i] / asked[i]));
            }
        }
        return shares;
    }

    /// The pairs above the limit, in the order of the model.
    List<Pair> alike(double limit) {
        var alike = new ArrayList<Pair>();
        for (int j = 0; j < measures.size(); j++) {
            for (int i = j + 1; i < measures.size(); i++) {
                var pair = pairs[i][j];
                if (pair.count() >= ACCOUNTS_TO_COMPARE && pair.coefficient() > limit) {
                    alike.add(
                            new Pair(
                                    measures.get(j),
                                    measures.get(i),
                                    pair.coefficient(),
                                    pair.count()));
                }
            }
        }
        return alike;
    }
}
