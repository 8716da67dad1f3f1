package dev.keepwell.health;

import dev.keepwell.health.Model.Group;
import dev.keepwell.health.Model.Measure;
import dev.keepwell.metric.MetricName;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing in which two models differ, as a sentence and as a change that can be made alone.
///
/// Applied to a model that has no such part it changes nothing. Taken alone one can leave a model
/// that weighs nothing any more, which is then refused; in the order of [ModelDiff] none does.
public sealed interface Difference
        permits Difference.Named,
                Difference.Banded,
                Difference.Floored,
                Difference.GroupAdded,
                Difference.GroupRemoved,
                Difference.GroupWeighed,
                Difference.GroupTitled,
                Difference.CapAdded,
                Difference.CapRemoved,
                Difference.CapChanged,
                Difference.Paced,
                Difference.Reprofiled,
                Difference.ProfilesReordered,
                Difference.Reordered,
                Difference.Regrouped,
                MeasureDifference {

    /// Where it is: `groups/usage/measures/nps/curve`.
    String path();

    /// What it is: `Usage weight 30 → 25`.
    String sentence();

    /// The model with this one change in its own rules.
    Model change(Model model);

    /// The model with this one change, which its profiles follow where they do not say otherwise.
    default Model apply(Model model) {
        return Rebuilt.followed(model, change(model));
    }

    /// The name of the model or its title.
    record Named(String name, String title, String was) implements Difference {

        @Override
        public String path() {
            return "model";
        }

        @Override
        public String sentence() {
            return "Model %s → %s (%s)".formatted(was, name, title);
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.named(model, name, title);
        }
    }

    /// Where yellow and green begin.
    record Banded(Bands before, Bands after) implements Difference {

        @Override
        public String path() {
            return "bands";
        }

        @Override
        public String sentence() {
            return ModelWords.change("Bands", ModelWords.of(before), ModelWords.of(after));
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.banded(model, after);
        }
    }

    /// The share that must be known before there is a score.
    record Floored(double before, double after) implements Difference {

        @Override
        public String path() {
            return "coverage_floor";
        }

        @Override
        public String sentence() {
            return ModelWords.change("Coverage floor", before, after);
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.floored(model, after);
        }
    }

    /// A group with its measures, which it takes from where they were.
    record GroupAdded(int index, Group group) implements Difference {

        @Override
        public String path() {
            return "groups/" + group.name();
        }

        @Override
        public String sentence() {
            return "Group %s added, weight %s, with %s"
                    .formatted(
                            group.title(),
                            ModelWords.number(group.weight()),
                            ModelWords.metrics(group));
        }

        @Override
        public Model change(Model model) {
            var taken = group.measures().stream().map(Measure::metric).toList();
            var left = Rebuilt.without(model.groups(), taken);
            return Rebuilt.grouped(model, Rebuilt.inserted(left, index, group));
        }
    }

    record GroupRemoved(Group group) implements Difference {

        @Override
        public String path() {
            return "groups/" + group.name();
        }

        @Override
        public String sentence() {
            return "Group %s removed".formatted(group.title());
        }

        @Override
        public Model change(Model model) {
            var left =
                    model.groups().stream().filter(it -> !it.name().equals(group.name())).toList();
            return Rebuilt.grouped(model, left);
        }
    }

    record GroupWeighed(String group, String title, double before, double after)
            implements Difference {

        @Override
        public String path() {
            return "groups/%s/weight".formatted(group);
        }

        @Override
        public String sentence() {
            return ModelWords.change(title + " weight", before, after);
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.group(model, group, it -> Rebuilt.weighed(it, after));
        }
    }

    record GroupTitled(String group, String before, String after) implements Difference {

        @Override
        public String path() {
            return "groups/%s/title".formatted(group);
        }

        @Override
        public String sentence() {
            return ModelWords.change("Title of " + group, before, after);
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.group(model, group, it -> Rebuilt.titled(it, after));
        }
    }

    record CapAdded(int index, Cap cap) implements Difference {

        @Override
        public String path() {
            return "caps/" + cap.name();
        }

        @Override
        public String sentence() {
            return "Cap %s added: %s".formatted(cap.name(), ModelWords.of(cap));
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.capped(model, Rebuilt.inserted(model.caps(), index, cap));
        }
    }

    record CapRemoved(Cap cap) implements Difference {

        @Override
        public String path() {
            return "caps/" + cap.name();
        }

        @Override
        public String sentence() {
            return "Cap %s removed: %s".formatted(cap.name(), ModelWords.of(cap));
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.capped(
                    model,
                    model.caps().stream().filter(it -> !it.name().equals(cap.name())).toList());
        }
    }

    record CapChanged(Cap before, Cap after) implements Difference {

        @Override
        public String path() {
            return "caps/" + after.name();
        }

        @Override
        public String sentence() {
            return ModelWords.change(
                    "Cap " + after.name(), ModelWords.of(before), ModelWords.of(after));
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.capped(
                    model,
                    model.caps().stream()
                            .map(it -> it.name().equals(after.name()) ? after : it)
                            .toList());
        }
    }

    /// How long bands wait.
    record Paced(Hysteresis.Patience before, Hysteresis.Patience after) implements Difference {

        @Override
        public String path() {
            return "hysteresis";
        }

        @Override
        public String sentence() {
            return ModelWords.change("Hysteresis", ModelWords.of(before), ModelWords.of(after));
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.patient(model, after);
        }
    }

    /// A profile that is new, gone, or says something else. It is set as a whole.
    record Reprofiled(@Nullable Profile before, @Nullable Profile after, int index)
            implements Difference {

        private String name() {
            return Objects.requireNonNull(after == null ? before : after).name();
        }

        @Override
        public String path() {
            return "profiles/" + name();
        }

        @Override
        public String sentence() {
            return ProfileWords.change(before, after);
        }

        @Override
        public Model change(Model model) {
            var others = model.profiles().stream().filter(it -> !it.name().equals(name())).toList();
            return model.with(after == null ? others : Rebuilt.inserted(others, index, after));
        }

        @Override
        public Model apply(Model model) {
            return change(model);
        }
    }

    /// Profiles are asked in another order, so another may apply.
    record ProfilesReordered(List<String> before, List<String> after) implements Difference {

        public ProfilesReordered {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        @Override
        public String path() {
            return "profiles";
        }

        @Override
        public String sentence() {
            return ModelWords.change(
                    "Profiles are asked in the order",
                    String.join(", ", before),
                    String.join(", ", after));
        }

        @Override
        public Model change(Model model) {
            return model.with(
                    model.profiles().stream()
                            .sorted(Comparator.comparingInt(it -> after.indexOf(it.name())))
                            .toList());
        }

        @Override
        public Model apply(Model model) {
            return change(model);
        }
    }

    /// The same parts in another order, which changes how pages read and no score.
    record Reordered(List<String> groups, List<MetricName> metrics, List<String> caps)
            implements Difference {

        public Reordered {
            groups = List.copyOf(groups);
            metrics = List.copyOf(metrics);
            caps = List.copyOf(caps);
        }

        @Override
        public String path() {
            return "order";
        }

        @Override
        public String sentence() {
            return "The order of the parts changed";
        }

        @Override
        public Model change(Model model) {
            var inOrder =
                    model.groups().stream()
                            .sorted(Comparator.comparingInt(it -> groups.indexOf(it.name())))
                            .map(this::inOrder)
                            .toList();
            return Rebuilt.capped(
                    Rebuilt.grouped(model, inOrder),
                    model.caps().stream()
                            .sorted(Comparator.comparingInt(it -> caps.indexOf(it.name())))
                            .toList());
        }

        private Group inOrder(Group group) {
            return Rebuilt.measured(
                    group,
                    group.measures().stream()
                            .sorted(Comparator.comparingInt(it -> metrics.indexOf(it.metric())))
                            .toList());
        }
    }

    /// Measures that change places between groups, so that no step alone leaves a model.
    record Regrouped(List<Group> groups) implements Difference {

        public Regrouped {
            groups = List.copyOf(groups);
        }

        @Override
        public String path() {
            return "groups";
        }

        @Override
        public String sentence() {
            return "Measures changed places between groups";
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.grouped(model, groups);
        }
    }
}
