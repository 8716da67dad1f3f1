package dev.keepwell.health;

import dev.keepwell.health.Model.Group;
import dev.keepwell.health.Model.Measure;
import dev.keepwell.metric.MetricName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// In what two models differ, said in the terms of the model and not of its text.
///
/// What is raised comes first, then what is added, what moves, what else changes, what is lowered,
/// and at last what is removed: so every step on the way is itself a model, and the last one is the
/// other model.
public final class ModelDiff {

    private final Model before;
    private final Model after;
    private final List<Difference> raised = new ArrayList<>();
    private final List<Difference> added = new ArrayList<>();
    private final List<Difference> moved = new ArrayList<>();
    private final List<Difference> changed = new ArrayList<>();
    private final List<Difference> lowered = new ArrayList<>();
    private final List<Difference> removed = new ArrayList<>();

    private ModelDiff(Model before, Model after) {
        this.before = before;
        this.after = after;
    }

    /// Applied one after the other they lead from `before` to `after`; nothing between equals.
    public static List<Difference> between(Model before, Model after) {
        return new ModelDiff(before, after).all();
    }

    /// The model after these changes.
    public static Model applied(Model model, List<Difference> differences) {
        var changed = model;
        for (var it : differences) {
            changed = it.apply(changed);
        }
        return changed;
    }

    private List<Difference> all() {
        whole();
        groups();
        caps();
        var all = new ArrayList<Difference>();
        for (var it : List.of(raised, added, moved, changed, lowered, removed)) {
            all.addAll(it);
        }
        if (!isReached(all)) {
            all.add(order());
        }
        if (!isReached(all)) {
            all.add(new Difference.Regrouped(after.groups()));
        }
        profiles(all);
        return List.copyOf(all);
    }

    /// Whether the model's own rules are those of the other.
    private boolean isReached(List<Difference> differences) {
        return bare(applied(bare(before), differences)).equals(bare(after));
    }

    /// What profiles say otherwise than they would by following the model.
    private void profiles(List<Difference> all) {
        var reached = applied(before, all).profiles();
        var changes = new ArrayList<Difference>();
        reached.stream()
                .filter(it -> profile(after.profiles(), it.name()).isEmpty())
                .forEach(it -> changes.add(new Difference.Reprofiled(it, null, 0)));
        for (int i = 0; i < after.profiles().size(); i++) {
            var now = after.profiles().get(i);
            var was = profile(reached, now.name());
            if (!was.equals(Optional.of(now))) {
                changes.add(new Difference.Reprofiled(was.orElse(null), now, i));
            }
        }
        all.addAll(changes);
        var order = names(applied(before, all));
        if (!order.equals(names(after))) {
            all.add(new Difference.ProfilesReordered(order, names(after)));
        }
    }

    private void whole() {
        if (!before.name().equals(after.name()) || !before.title().equals(after.title())) {
            changed.add(new Difference.Named(after.name(), after.title(), before.name()));
        }
        if (!before.bands().equals(after.bands())) {
            changed.add(new Difference.Banded(before.bands(), after.bands()));
        }
        if (before.coverageFloor() != after.coverageFloor()) {
            changed.add(new Difference.Floored(before.coverageFloor(), after.coverageFloor()));
        }
        if (!before.patience().equals(after.patience())) {
            changed.add(new Difference.Paced(before.patience(), after.patience()));
        }
    }

    private static Model bare(Model model) {
        return model.with(List.of());
    }

    private static List<String> names(Model model) {
        return model.profiles().stream().map(Profile::name).toList();
    }

    private static Optional<Profile> profile(List<Profile> profiles, String name) {
        return profiles.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private void groups() {
        for (int i = 0; i < after.groups().size(); i++) {
            var now = after.groups().get(i);
            var was = group(before, now.name());
            if (was.isPresent()) {
                group(was.get(), now);
            } else {
                var isNew = now.measures().stream().noneMatch(this::wasThere);
                (isNew ? added : moved)
                        .add(new Difference.GroupAdded(index(i, after.groups()), now));
            }
        }
        before.groups().stream()
                .filter(it -> group(after, it.name()).isEmpty())
                .forEach(it -> removed.add(new Difference.GroupRemoved(it)));
    }

    private void group(Group was, Group now) {
        var name = now.name();
        if (!was.title().equals(now.title())) {
            changed.add(new Difference.GroupTitled(name, was.title(), now.title()));
        }
        if (was.weight() != now.weight()) {
            direction(was.weight(), now.weight())
                    .add(
                            new Difference.GroupWeighed(
                                    name, now.title(), was.weight(), now.weight()));
        }
        for (int i = 0; i < now.measures().size(); i++) {
            var measure = now.measures().get(i);
            var earlier = measure(was, measure.metric());
            if (earlier.isPresent()) {
                measure(name, earlier.get(), measure);
            } else {
                var moves = wasThere(measure);
                (moves ? moved : added)
                        .add(
                                new MeasureDifference.MeasureAdded(
                                        name, index(i, now.measures()), measure, moves));
            }
        }
        was.measures().stream()
                .filter(it -> after.measures().noneMatch(other -> isSame(it, other)))
                .forEach(
                        it -> removed.add(new MeasureDifference.MeasureRemoved(name, it.metric())));
    }

    private void measure(String group, Measure was, Measure now) {
        var metric = now.metric();
        if (was.weight() != now.weight()) {
            direction(was.weight(), now.weight())
                    .add(
                            new MeasureDifference.MeasureWeighed(
                                    group, metric, was.weight(), now.weight()));
        }
        if (!was.curve().equals(now.curve())) {
            changed.add(
                    new MeasureDifference.CurveChanged(group, metric, was.curve(), now.curve()));
        }
        if (!was.fading().equals(now.fading())) {
            changed.add(
                    new MeasureDifference.FadingChanged(group, metric, was.fading(), now.fading()));
        }
        if (was.gap() != now.gap()) {
            changed.add(new MeasureDifference.GapChanged(group, metric, was.gap(), now.gap()));
        }
        if (!was.says().equals(now.says())) {
            changed.add(new MeasureDifference.Reworded(group, metric, was.says(), now.says()));
        }
    }

    private void caps() {
        for (int i = 0; i < after.caps().size(); i++) {
            var now = after.caps().get(i);
            var was = cap(before, now.name());
            if (was.isEmpty()) {
                added.add(new Difference.CapAdded(index(i, after.caps()), now));
            } else if (!was.get().equals(now)) {
                changed.add(new Difference.CapChanged(was.get(), now));
            }
        }
        before.caps().stream()
                .filter(it -> cap(after, it.name()).isEmpty())
                .forEach(it -> removed.add(new Difference.CapRemoved(it)));
    }

    private Difference order() {
        return new Difference.Reordered(
                after.groups().stream().map(Group::name).toList(),
                after.measures().map(Measure::metric).toList(),
                after.caps().stream().map(Cap::name).toList());
    }

    /// The last goes to the end wherever that is, for profiles may have more.
    private static int index(int i, List<?> all) {
        return i == all.size() - 1 ? Integer.MAX_VALUE : i;
    }

    private List<Difference> direction(double was, double now) {
        return now > was ? raised : lowered;
    }

    private boolean wasThere(Measure measure) {
        return before.measures().anyMatch(it -> isSame(it, measure));
    }

    private static boolean isSame(Measure a, Measure b) {
        return a.metric().equals(b.metric());
    }

    private static Optional<Group> group(Model model, String name) {
        return model.groups().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private static Optional<Measure> measure(Group group, MetricName metric) {
        return group.measures().stream().filter(it -> it.metric().equals(metric)).findFirst();
    }

    private static Optional<Cap> cap(Model model, String name) {
        return model.caps().stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
