package dev.keepwell.screen.metric;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.MetricFile;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.WorkedExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A metric as its file defines it: what it means, how it is computed, how we know.
public record MetricPage(
        Heading heading,
        Formula formula,
        List<Trait> traits,
        Notes notes,
        Sql sql,
        List<WorkedExample> examples) {

    public MetricPage {
        traits = List.copyOf(traits);
        examples = List.copyOf(examples);
    }

    /// The metric in a title, a question and a few words.
    public record Heading(String id, String title, String question, List<String> chips) {}

    /// Something that holds of the metric at all times.
    public record Trait(String name, String text) {}

    /// What its authors want a reader to know.
    public record Notes(
            String meaning, List<String> edges, List<String> caveats, List<Link> related) {}

    /// Another metric.
    public record Link(String id, String title) {}

    /// The queries as they run. The second is empty where a group is the sum of its accounts.
    public record Sql(String query, String groupQuery) {}

    static MetricPage of(MetricFile file, Catalogue catalogue) {
        var metric = file.metric();
        var meaning = metric.meaning();
        return new MetricPage(
                new Heading(
                        metric.name().value(), meaning.title(), meaning.question(), chips(metric)),
                Formula.of(metric),
                traits(metric),
                new Notes(
                        meaning.text().strip(),
                        Rulebook.edges(metric),
                        meaning.caveats(),
                        related(meaning.related(), catalogue)),
                new Sql(metric.query(), metric.groupQuery()),
                WorkedExample.all(file));
    }

    private static List<String> chips(Metric metric) {
        var meaning = metric.meaning();
        var chips = new ArrayList<String>();
        chips.add(word(meaning.unit()));
        chips.add(
                switch (meaning.better()) {
                    case HIGHER -> "↑ higher is better";
                    case LOWER -> "↓ lower is better";
                    case MIDDLE -> "neither too much nor too little";
                    case NEITHER -> "no direction is better";
                });
        chips.addAll(meaning.tags());
        return chips;
    }

    private static List<Trait> traits(Metric metric) {
        var meaning = metric.meaning();
        return List.of(
                new Trait("Window", Rulebook.window(metric.rules().window())),
                new Trait("If nothing is there", Rulebook.absent(metric)),
                new Trait("Asked per", Rulebook.grains(metric)),
                new Trait("Needs", Rulebook.sources(metric)),
                new Trait("Owner", meaning.owner().replace('-', ' ')),
                new Trait("Version", String.valueOf(meaning.version())),
                new Trait("Id", metric.name().value()));
    }

    private static List<Link> related(List<String> names, Catalogue catalogue) {
        return names.stream()
                .flatMap(it -> catalogue.find(new MetricName(it)).stream())
                .map(it -> new Link(it.name().value(), it.meaning().title()))
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
