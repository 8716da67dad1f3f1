package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.MetricName;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a workspace judges its accounts: which measures count, how much, and what caps the result.
///
/// Groups are the statement about the business and keep their full weight; measures are the
/// evidence, and share the weight of those that are missing.
public record Model(
        String name,
        String title,
        Bands bands,
        double coverageFloor,
        List<Group> groups,
        List<Cap> caps) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    public Model {
        checkName("model", name);
        groups = List.copyOf(groups);
        caps = List.copyOf(caps);
        if (!(0 <= coverageFloor && coverageFloor <= 1)) {
            throw broken("A coverage floor lies between 0 and 1, but got " + coverageFloor + ".");
        }
        checkOnce("group", groups.stream().map(Group::name));
        checkOnce("cap", caps.stream().map(Cap::name));
        checkOnce("measure", measures(groups).map(it -> it.metric().value()));
        if (groups.stream().noneMatch(it -> it.weight() > 0)) {
            throw broken("At least one group needs a weight above 0.");
        }
    }

    /// One question about the customer, answered by several measures.
    public record Group(String name, double weight, String title, List<Measure> measures) {

        public Group {
            checkName("group", name);
            checkWeight(name, weight);
            measures = List.copyOf(measures);
            if (measures.stream().noneMatch(it -> it.weight() > 0)) {
                throw broken("Group '%s' needs a measure with a weight above 0.".formatted(name));
            }
        }
    }

    /// One metric as evidence: its weight in the group, its curve, and the sentence a CSM reads.
    public record Measure(
            MetricName metric, double weight, Curve curve, Fading fading, String says) {

        public Measure {
            checkWeight(metric.value(), weight);
        }
    }

    public Stream<Measure> measures() {
        return measures(groups);
    }

    /// Every metric whose observation the model needs: the measures, then what only caps read.
    public List<MetricName> metrics() {
        var compared =
                clauses()
                        .filter(Cap.Clause.Compares.class::isInstance)
                        .map(it -> ((Cap.Clause.Compares) it).metric());
        return Stream.concat(measures().map(Measure::metric), compared).distinct().toList();
    }

    /// Every condition that a cap asks about, in the order of the caps.
    public List<String> conditions() {
        return clauses()
                .filter(Cap.Clause.Holds.class::isInstance)
                .map(it -> ((Cap.Clause.Holds) it).condition())
                .distinct()
                .toList();
    }

    static void checkName(String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            throw broken("A %s is named like_this, but got '%s'.".formatted(kind, name));
        }
    }

    private Stream<Cap.Clause> clauses() {
        return caps.stream().flatMap(it -> it.when().stream());
    }

    private static Stream<Measure> measures(List<Group> groups) {
        return groups.stream().flatMap(it -> it.measures().stream());
    }

    private static void checkWeight(String name, double weight) {
        if (!(Double.isFinite(weight) && weight >= 0)) {
            throw broken(
                    "A weight is a number from 0 up, but '%s' has %s.".formatted(name, weight));
        }
    }

    private static void checkOnce(String kind, Stream<String> names) {
        var seen = new HashSet<String>();
        names.filter(it -> !seen.add(it))
                .findFirst()
                .ifPresent(it -> {
                    throw broken(
                            "Each %s stands in a model once, but '%s' stands twice."
                                    .formatted(kind, it));
                });
    }

    private static Refusal broken(String rule) {
        return Refusal.invalid("model", rule);
    }
}
