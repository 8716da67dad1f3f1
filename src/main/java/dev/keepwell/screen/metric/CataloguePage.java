package dev.keepwell.screen.metric;

import dev.keepwell.health.Model;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.MetricFile;
import dev.keepwell.metric.MetricName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All metrics in families, or those that somebody searches for.
public record CataloguePage(
        List<Family> families, int count, int all, Asked asked, Choices choices) {

    /// What somebody searches for; all of it may be left out. Words are looked for in names,
    /// titles, questions and meanings.
    public record Asked(
            @Nullable String q,
            @Nullable String tag,
            @Nullable String grain,
            @Nullable String use) {

        /// Whether there is anything to take back.
        public boolean isNarrow() {
            return !(word(q) + word(tag) + word(grain) + word(use)).isBlank();
        }

        public String words() {
            return word(q).strip();
        }

        public boolean isTag(String word) {
            return word.equals(tag);
        }

        public boolean isGrain(String word) {
            return word.equals(grain);
        }

        public boolean isUse(String word) {
            return word.equals(use);
        }

        private static String word(@Nullable String word) {
            return word == null ? "" : word;
        }

        private boolean fits(Metric metric, Set<MetricName> weighed) {
            var meaning = metric.meaning();
            var text =
                    String.join(
                                    " ",
                                    metric.name().value(),
                                    metric.name().value().replace('_', ' '),
                                    meaning.title(),
                                    meaning.question(),
                                    meaning.text())
                            .toLowerCase(Locale.ROOT);
            var isWeighed = weighed.contains(metric.name());
            return words().toLowerCase(Locale.ROOT)
                            .lines()
                            .flatMap(it -> List.of(it.split("\\s+")).stream())
                            .allMatch(text::contains)
                    && (word(tag).isBlank() || meaning.tags().contains(tag))
                    && (word(grain).isBlank() || metric.isAskedPer(Grain.named(word(grain))))
                    && (word(use).isBlank() || isWeighed == word(use).equals("scored"));
        }
    }

    /// What there is to choose from.
    public record Choices(List<String> tags, List<String> grains) {

        public Choices {
            tags = List.copyOf(tags);
            grains = List.copyOf(grains);
        }
    }

    public CataloguePage {
        families = List.copyOf(families);
    }

    /// `76`, or `5 of 76`.
    public String countText() {
        return count == all ? Integer.toString(all) : "%d of %d".formatted(count, all);
    }

    /// Metrics that answer the same kind of question.
    public record Family(String name, List<Entry> entries) {

        public Family {
            entries = List.copyOf(entries);
        }
    }

    /// One metric in the list.
    public record Entry(
            String id, String title, String question, String unit, String better, String use) {

        static Entry of(Metric metric, Set<MetricName> weighed) {
            var meaning = metric.meaning();
            return new Entry(
                    metric.name().value(),
                    meaning.title(),
                    meaning.question(),
                    word(meaning.unit()),
                    word(meaning.better()),
                    weighed.contains(metric.name()) ? "Weighed in the score" : "");
        }
    }

    static CataloguePage of(Catalogue catalogue, Model model, Asked asked) {
        var metrics = catalogue.files().stream().map(MetricFile::metric).toList();
        var weighed =
                model.groups().stream()
                        .flatMap(it -> it.measures().stream())
                        .map(Model.Measure::metric)
                        .collect(Collectors.toSet());
        var found = metrics.stream().filter(it -> asked.fits(it, weighed)).toList();
        var families = new TreeMap<String, List<Entry>>();
        for (var it : found) {
            families.computeIfAbsent(family(it), _ -> new ArrayList<>()).add(Entry.of(it, weighed));
        }
        return new CataloguePage(
                families.entrySet().stream()
                        .map(it -> new Family(it.getKey(), it.getValue()))
                        .toList(),
                found.size(),
                metrics.size(),
                asked,
                choices(metrics));
    }

    private static Choices choices(List<Metric> metrics) {
        var tags = new TreeSet<String>();
        var grains = new TreeSet<Grain>();
        for (var it : metrics) {
            tags.addAll(it.meaning().tags());
            grains.addAll(it.rules().per());
        }
        return new Choices(List.copyOf(tags), grains.stream().map(Grain::word).toList());
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
