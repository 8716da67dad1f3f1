package dev.keepwell.health;

import dev.keepwell.health.Model.Group;
import dev.keepwell.health.Model.Measure;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.MetricName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Models that are like another one but for one part. What is not there is not changed.
final class Rebuilt {

    private Rebuilt() {}

    static Model named(Model it, String name, String title) {
        return new Model(
                name,
                title,
                it.bands(),
                it.coverageFloor(),
                it.patience(),
                it.groups(),
                it.caps(),
                it.profiles());
    }

    static Model banded(Model it, Bands bands) {
        return ruled(it, bands, it.coverageFloor(), it.patience());
    }

    static Model floored(Model it, double coverageFloor) {
        return ruled(it, it.bands(), coverageFloor, it.patience());
    }

    static Model patient(Model it, Hysteresis.Patience patience) {
        return ruled(it, it.bands(), it.coverageFloor(), patience);
    }

    static Model grouped(Model it, List<Group> groups) {
        return made(it, groups, it.caps());
    }

    static Model capped(Model it, List<Cap> caps) {
        return made(it, it.groups(), caps);
    }

    /// The model after a change of its own rules, with its profiles: each stands by what it says
    /// otherwise, and goes along in the rest.
    static Model followed(Model before, Model after) {
        var profiles =
                before.profiles().stream()
                        .map(it ->
                                new Profile(
                                        it.name(),
                                        it.when(),
                                        it.says(),
                                        followed(it.model(), before, after)))
                        .toList();
        return after.with(profiles);
    }

    private static Model followed(Model profile, Model before, Model after) {
        var otherwise = ModelDiff.between(before.with(List.of()), profile);
        try {
            return ModelDiff.applied(after.with(List.of()), otherwise);
        } catch (Refusal _) {
            // Together they would weigh nothing any more: the profile stays as it was.
            return profile;
        }
    }

    private static Model ruled(
            Model it, Bands bands, double coverageFloor, Hysteresis.Patience patience) {
        return new Model(
                it.name(),
                it.title(),
                bands,
                coverageFloor,
                patience,
                it.groups(),
                it.caps(),
                it.profiles());
    }

    private static Model made(Model it, List<Group> groups, List<Cap> caps) {
        return new Model(
                it.name(),
                it.title(),
                it.bands(),
                it.coverageFloor(),
                it.patience(),
                groups,
                caps,
                it.profiles());
    }

    static Model group(Model model, String name, UnaryOperator<Group> change) {
        return grouped(model, group(model.groups(), name, change));
    }

    static List<Group> group(List<Group> groups, String name, UnaryOperator<Group> change) {
        return groups.stream().map(it -> it.name().equals(name) ? change.apply(it) : it).toList();
    }

    static Model measure(Model model, MetricName metric, UnaryOperator<Measure> change) {
        return grouped(
                model,
                model.groups().stream()
                        .map(group ->
                                measured(
                                        group,
                                        group.measures().stream()
                                                .map(it ->
                                                        it.metric().equals(metric)
                                                                ? change.apply(it)
                                                                : it)
                                                .toList()))
                        .toList());
    }

    /// Takes measures out. A group that is left without one that counts goes with it.
    static List<Group> without(List<Group> groups, Collection<MetricName> metrics) {
        return groups.stream().flatMap(it -> without(it, metrics)).toList();
    }

    static Group weighed(Group it, double weight) {
        return new Group(it.name(), weight, it.title(), it.measures());
    }

    static Group titled(Group it, String title) {
        return new Group(it.name(), it.weight(), title, it.measures());
    }

    static Group measured(Group it, List<Measure> measures) {
        return new Group(it.name(), it.weight(), it.title(), measures);
    }

    static Measure weighed(Measure it, double weight) {
        return new Measure(it.metric(), weight, it.curve(), it.fading(), it.gap(), it.says());
    }

    static Measure curved(Measure it, Curve curve) {
        return new Measure(it.metric(), it.weight(), curve, it.fading(), it.gap(), it.says());
    }

    static Measure fading(Measure it, Fading fading) {
        return new Measure(it.metric(), it.weight(), it.curve(), fading, it.gap(), it.says());
    }

    static Measure gapped(Measure it, Model.Gap gap) {
        return new Measure(it.metric(), it.weight(), it.curve(), it.fading(), gap, it.says());
    }

    static Measure saying(Measure it, String says) {
        return new Measure(it.metric(), it.weight(), it.curve(), it.fading(), it.gap(), says);
    }

    static <T> List<T> inserted(List<T> list, int index, T item) {
        var copy = new ArrayList<>(list);
        copy.add(Math.min(index, copy.size()), item);
        return copy;
    }

    private static Stream<Group> without(Group group, Collection<MetricName> metrics) {
        var left = group.measures().stream().filter(it -> !metrics.contains(it.metric())).toList();
        return left.equals(group.measures())
                        || group.weight() == 0
                        || left.stream().anyMatch(it -> it.weight() > 0)
                ? Stream.of(measured(group, left))
                : Stream.empty();
    }
}
