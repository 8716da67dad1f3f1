package dev.keepwell.health;

import dev.keepwell.health.Caution.Kind;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.MetricName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks for what is likely to be a mistake in a model, though nothing forbids it.
final class Cautions {

    private static final double HEAVY = 0.4;
    private static final double ALIKE = 0.8;
    private static final double THIN = 0.6;
    private static final List<String> USAGE = List.of("usage_event", "usage_daily");

    private final Model model;
    private final Catalogue catalogue;
    private final List<Caution> cautions = new ArrayList<>();

    private Cautions(Model model, Catalogue catalogue) {
        this.model = model;
        this.catalogue = catalogue;
    }

    static List<Caution> of(Model model, Catalogue catalogue, Evidence evidence) {
        var looking = new Cautions(model, catalogue);
        looking.weigh();
        evidence.alike(ALIKE).forEach(looking::alike);
        evidence.coverage().forEach(looking::thin);
        looking.lookForUsageOnly();
        looking.lookUp();
        return List.copyOf(looking.cautions);
    }

    /// The measures that count, by which nobody means those that are only watched.
    static List<MetricName> counting(Model model) {
        return model.groups().stream()
                .filter(it -> it.weight() > 0)
                .flatMap(it -> it.measures().stream())
                .filter(it -> it.weight() > 0)
                .map(Model.Measure::metric)
                .toList();
    }

    private void weigh() {
        var all = model.groups().stream().mapToDouble(Model.Group::weight).sum();
        for (var group : model.groups()) {
            var share = Decimals.settled(group.weight() / all);
            if (share > HEAVY) {
                add(
                        Kind.HEAVY_GROUP,
                        group.name(),
                        "%s carries %s of the score. Above 40 %% one view of the customer decides."
                                .formatted(group.title(), percent(share)));
            }
        }
    }

    private void alike(Evidence.Pair pair) {
        add(
                Kind.CORRELATED,
                pair.one().value(),
                ("%s and %s rise and fall together (%.2f over %d accounts): they count the same"
                                + " thing twice.")
                        .formatted(
                                title(pair.one()),
                                title(pair.other()),
                                pair.coefficient(),
                                pair.accounts()));
    }

    private void thin(MetricName measure, double share) {
        if (share < THIN) {
            add(
                    Kind.THIN_MEASURE,
                    measure.value(),
                    "%s has an answer for %s of the accounts. Others carry its weight for the rest."
                            .formatted(title(measure), percent(share)));
        }
    }

    private void lookForUsageOnly() {
        var counting = counting(model);
        var known = counting.stream().map(catalogue::find).flatMap(Optional::stream).toList();
        if (known.size() == counting.size() && known.stream().allMatch(Cautions::isUsage)) {
            add(
                    Kind.USAGE_ONLY,
                    "",
                    "Every measure is about use of the product. Customers who use it also leave:"
                            + " add what they say and who stands behind you.");
        }
    }

    private void lookUp() {
        model.metrics().stream()
                .filter(it -> catalogue.find(it).isEmpty())
                .forEach(it ->
                        add(
                                Kind.UNKNOWN_METRIC,
                                it.value(),
                                "The catalogue has no metric '%s', so it is missing everywhere."
                                        .formatted(it)));
    }

    /// A metric is about use when the events of the product are the first thing that it needs.
    private static boolean isUsage(Metric metric) {
        return metric.rules().sources().stream()
                .limit(1)
                .flatMap(List::stream)
                .anyMatch(USAGE::contains);
    }

    private String title(MetricName name) {
        return Stream.of(name)
                .map(catalogue::find)
                .flatMap(Optional::stream)
                .map(it -> it.meaning().title())
                .findFirst()
                .orElse(name.value());
    }

    private static String percent(double share) {
        return share > 0 && share < 0.005
                ? "less than 1 %"
                : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private void add(Kind kind, String place, String text) {
        cautions.add(new Caution(kind, place, text));
    }
}
