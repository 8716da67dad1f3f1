package dev.keepwell.health;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import java.util.List;
import java.util.Set;

/// A model to begin with, as it ships with the program.
public record Template(String name, String yaml, Model model) {

    /// What a measure needs to have a value: of each row, one table. Missing is a measure for which
    /// nothing has come in so far.
    public record Need(MetricName metric, List<List<String>> tables, boolean isMissing) {}

    /// What the measures need, of which the tables in `connected` send something.
    public List<Need> needs(Catalogue catalogue, Set<String> connected) {
        return model.measures()
                .map(Model.Measure::metric)
                .map(it -> need(it, catalogue, connected))
                .toList();
    }

    private static Need need(MetricName metric, Catalogue catalogue, Set<String> connected) {
        var tables = catalogue.find(metric).map(it -> it.rules().sources()).orElse(List.of());
        var isMissing =
                tables.isEmpty()
                        || tables.stream()
                                .anyMatch(any -> any.stream().noneMatch(connected::contains));
        return new Need(metric, tables, isMissing);
    }
}
