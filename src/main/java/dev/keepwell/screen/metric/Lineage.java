package dev.keepwell.screen.metric;

import dev.keepwell.health.Cap;
import dev.keepwell.health.Clause;
import dev.keepwell.health.Model;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.MetricName;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.warehouse.FactFiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where a metric comes from and what rests on it.
public record Lineage(List<Read> reads, String model, List<Use> uses, List<String> caps) {

    public Lineage {
        reads = List.copyOf(reads);
        uses = List.copyOf(uses);
        caps = List.copyOf(caps);
    }

    /// A fact that the query reads, and the tables that it is built from.
    public record Read(String fact, String grain, List<String> tables) {}

    /// A measure of the model in force: its part of the group, and of the whole score when
    /// everything is known.
    public record Use(String group, String weight, String share, String says) {}

    static Lineage of(Metric metric, FactFiles facts, ModelVersion version) {
        var model = version.model();
        return new Lineage(
                metric.rules().reads().stream().map(it -> read(it, facts)).toList(),
                "%s, version %d".formatted(model.title(), version.number()),
                uses(metric.name(), model),
                model.caps().stream()
                        .filter(it -> reads(it, metric.name()))
                        .map(it -> "%s At most %s.".formatted(it.says(), it.atMost().word()))
                        .toList());
    }

    private static Read read(String fact, FactFiles facts) {
        var name = fact.substring("fact.".length());
        return new Read(name, facts.named(name).grain(), List.copyOf(facts.origins(Set.of(fact))));
    }

    private static List<Use> uses(MetricName metric, Model model) {
        var whole = model.groups().stream().mapToDouble(Model.Group::weight).sum();
        var uses = new ArrayList<Use>();
        for (var group : model.groups()) {
            var weights = group.measures().stream().mapToDouble(Model.Measure::weight).sum();
            for (var measure : group.measures()) {
                if (measure.metric().equals(metric)) {
                    var ofGroup = measure.weight() / weights;
                    uses.add(
                            new Use(
                                    group.title(),
                                    percent(ofGroup),
                                    percent(ofGroup * group.weight() / whole),
                                    measure.says()));
                }
            }
        }
        return uses;
    }

    private static boolean reads(Cap cap, MetricName metric) {
        return cap.when().stream().flatMap(Clause::metrics).anyMatch(metric::equals);
    }

    private static String percent(double share) {
        return Figures.percent(BigDecimal.valueOf(share));
    }
}
