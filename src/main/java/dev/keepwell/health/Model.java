package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.MetricName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        Hysteresis.Patience patience,
        List<Group> groups,
        List<Cap> caps,
        List<Profile> profiles) {

    /// Only the proportions of weights matter, and greater ones would leave no digits for them.
    private static final double GREATEST_WEIGHT = 1e6;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    public Model {
        checkName("model", name);
        groups = List.copyOf(groups);
        caps = List.copyOf(caps);
        profiles = List.copyOf(profiles);
        if (!(0 <= coverageFloor && coverageFloor <= 1)) {
            throw broken("A coverage floor lies between 0 and 1, but got " + coverageFloor + ".");
        }
        checkOnce("group", groups.stream().map(Group::name));
        checkOnce("cap", caps.stream().map(Cap::name));
        checkOnce("measure", measures(groups).map(it -> it.metric().value()));
        checkOnce("profile", profiles.stream().map(Profile::name));
        checkComparisons(groups, profiles);
        if (groups.stream().noneMatch(it -> it.weight() > 0)) {
            throw broken("At least one group needs a weight above 0.");
        }
    }

    /// A model without profiles, with the usual patience.
    public Model(
            String name,
            String title,
            Bands bands,
            double coverageFloor,
            List<Group> groups,
            List<Cap> caps) {
        this(
                name,
                title,
                bands,
                coverageFloor,
                Hysteresis.Patience.DEFAULT,
                groups,
                caps,
                List.of());
    }

    /// One question about the customer, answered by several measures.
    public record Group(String name, double weight, String title, List<Measure> measures) {

        public Group {
            checkName("group", name);
            checkWeight(name, weight);
            measures = List.copyOf(measures);
            if (measures.isEmpty() || (weight > 0 && weighs(measures) == 0)) {
                throw broken("Group '%s' needs a measure with a weight above 0.".formatted(name));
            }
        }
    }

    private static double weighs(List<Measure> measures) {
        return measures.stream().mapToDouble(Measure::weight).sum();
    }

    /// One metric as evidence: its weight in the group, its curve, and the sentence a CSM reads. A
    /// measure without weight is only watched.
    public record Measure(
            MetricName metric, double weight, Curve curve, Fading fading, Gap gap, String says) {

        public Measure {
            checkWeight(metric.value(), weight);
        }

        public Measure(MetricName metric, double weight, Curve curve, Fading fading, String says) {
            this(metric, weight, curve, fading, Gap.LEAVE_OUT, says);
        }
    }

    /// What follows when a measure has no answer. It is never filled in.
    public enum Gap {
        /// The others carry its weight.
        LEAVE_OUT,
        /// The account has no score.
        NO_SCORE
    }

    public Stream<Measure> measures() {
        return measures(groups);
    }

    Model with(List<Profile> others) {
        return new Model(
                name, title, bands, coverageFloor, patience, groups, caps, List.copyOf(others));
    }

    /// The profile that applies to the account on the day; nothing when the model itself does.
    public Optional<Profile> profile(Facts facts) {
        return profiles.stream().filter(it -> it.matches(facts)).findFirst();
    }

    /// The model as the profile of that name has it.
    public Model under(String profile) {
        return profiles.stream()
                .filter(it -> it.name().equals(profile))
                .findFirst()
                .map(Profile::model)
                .orElse(this);
    }

    /// Every metric whose observation the model needs: the measures, what only caps and profiles
    /// read, and what accounts under a profile are judged by.
    public List<MetricName> metrics() {
        var own = measures().map(Measure::metric);
        var others = profiles.stream().flatMap(it -> it.model().metrics().stream());
        var compared = clauses().flatMap(Clause::metrics);
        return Stream.of(own, compared, others).flatMap(it -> it).distinct().toList();
    }

    /// Every condition that a cap, a profile or a curve asks about.
    public List<String> conditions() {
        var byAge =
                measures()
                        .filter(it -> it.curve() instanceof Curve.ByAge)
                        .map(_ -> Curve.ByAge.AGE);
        var ofPeers =
                measures()
                        .map(Measure::curve)
                        .flatMap(it -> it instanceof Curve.Percentile p ? p.asked() : Stream.of());
        var others = profiles.stream().flatMap(it -> it.model().conditions().stream());
        return Stream.of(clauses().flatMap(Clause::asked), byAge, ofPeers, others)
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    /// All measures, those of the profiles with them.
    public Stream<Measure> everyMeasure() {
        return Stream.concat(
                measures(), profiles.stream().flatMap(it -> it.model().everyMeasure()));
    }

    static void checkName(String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            throw broken("A %s is named like_this, but got '%s'.".formatted(kind, name));
        }
    }

    private Stream<Clause> clauses() {
        return Stream.concat(
                caps.stream().flatMap(it -> it.when().stream()),
                profiles.stream().flatMap(it -> it.when().stream()));
    }

    private static Stream<Measure> measures(List<Group> groups) {
        return groups.stream().flatMap(it -> it.measures().stream());
    }

    private static void checkWeight(String name, double weight) {
        if (!(0 <= weight && weight <= GREATEST_WEIGHT)) {
            throw broken(
                    "A weight is a number from 0 to a million, but '%s' has %s."
                            .formatted(name, weight));
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

    /// What a metric is compared with is looked up once for all accounts, whatever their profile.
    private static void checkComparisons(List<Group> groups, List<Profile> profiles) {
        var compared = new HashMap<MetricName, String>();
        var others = profiles.stream().flatMap(it -> measures(it.model().groups()));
        Stream.concat(measures(groups), others)
                .forEach(it -> {
                    var with = it.curve().comparedWith();
                    var other = with.isEmpty() ? null : compared.put(it.metric(), with);
                    if (other != null && !other.equals(with)) {
                        throw broken(
                                "A metric is compared in one way, but '%s' is with %s and with %s."
                                        .formatted(it.metric(), other, with));
                    }
                });
    }

    private static Refusal broken(String rule) {
        return Refusal.invalid("model", rule);
    }
}
