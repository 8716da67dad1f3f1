package dev.keepwell.screen.metric;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.MetricFile;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All metrics, in families.
public record CataloguePage(List<Family> families, int count) {

    /// Metrics that answer the same kind of question.
    public record Family(String name, List<Entry> entries) {}

    /// One metric in the list.
    public record Entry(String id, String title, String question, String unit, String better) {

        static Entry of(Metric metric) {
            var meaning = metric.meaning();
            return new Entry(
                    metric.name().value(),
                    meaning.title(),
                    meaning.question(),
                    word(meaning.unit()),
                    word(meaning.better()));
        }
    }

    static CataloguePage of(Catalogue catalogue) {
        var metrics = catalogue.files().stream().map(MetricFile::metric).toList();
        var families =
                metrics.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CataloguePage::family,
                                        TreeMap::new,
                                        Collectors.mapping(Entry::of, Collectors.toList())));
        return new CataloguePage(
                families.entrySet().stream()
                        .map(it -> new Family(it.getKey(), it.getValue()))
                        .toList(),
                metrics.size());
    }

    /// The first tag says what a metric is about, the others where else it is of use.
    private static String family(Metric metric) {
        var tag = metric.meaning().tags().stream().findFirst().orElse("other");
        return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
