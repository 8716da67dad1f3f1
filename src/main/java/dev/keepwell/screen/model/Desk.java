package dev.keepwell.screen.model;

import dev.keepwell.health.Band;
import dev.keepwell.health.Bands;
import dev.keepwell.health.Clause;
import dev.keepwell.health.Difference;
import dev.keepwell.health.Legend;
import dev.keepwell.health.Model;
import dev.keepwell.health.ModelDiff;
import dev.keepwell.health.Profile;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.MetricFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A model with one of its parts open.
public record Desk(Tree tree, Part part, List<Choice> metrics, List<String> conditions) {

    public Desk {
        metrics = List.copyOf(metrics);
        conditions = List.copyOf(conditions);
    }

    /// A metric that may become a measure.
    public record Choice(String name, String title) {}

    /// A colour: the letter beside it, and what it means.
    public record Colour(Band band, String letter, String means) {}

    /// Other rules for some accounts: whom they are for, and in what they differ.
    public record ProfileLine(String name, String when, String says, List<String> differences) {}

    /// The part that is open.
    public sealed interface Part {

        record OfGroup(String name, Tree.Branch branch) implements Part {}

        record OfMeasure(MeasureForm form) implements Part {}

        record OfCaps(List<CapLine> caps) implements Part {}

        record OfBands(String green, String yellow, String floor, List<Colour> colours)
                implements Part {}

        record OfProfiles(List<ProfileLine> profiles) implements Part {}
    }

    static Desk of(Model model, String node, Catalogue catalogue, List<String> conditions) {
        var selected = Node.of(node, model);
        var tree = Tree.of(model, catalogue, selected);
        return new Desk(tree, part(model, tree, catalogue), unused(model, catalogue), conditions);
    }

    private static Part part(Model model, Tree tree, Catalogue catalogue) {
        return switch (tree.selected()) {
            case Node.OfGroup(var group) ->
                    new Part.OfGroup(
                            group,
                            tree.branches().stream()
                                    .filter(it -> it.name().equals(group))
                                    .findFirst()
                                    .orElseThrow());
            case Node.OfMeasure(var metric) -> new Part.OfMeasure(form(model, metric, catalogue));
            case Node.OfCaps() -> new Part.OfCaps(model.caps().stream().map(CapLine::of).toList());
            case Node.OfBands() -> bands(model.bands(), model.coverageFloor());
            case Node.OfProfiles() ->
                    new Part.OfProfiles(
                            model.profiles().stream().map(it -> profile(model, it)).toList());
        };
    }

    private static MeasureForm form(Model model, String metric, Catalogue catalogue) {
        for (var group : model.groups()) {
            for (var it : group.measures()) {
                if (it.metric().value().equals(metric)) {
                    return MeasureForm.of(group, it, catalogue);
                }
            }
        }
        throw new IllegalStateException("No measure " + metric + " to open.");
    }

    private static Part bands(Bands bands, double floor) {
        return new Part.OfBands(
                Tree.weight(bands.green()),
                Tree.weight(bands.yellow()),
                Tree.weight(floor),
                colours(bands.legend()));
    }

    private static List<Colour> colours(Legend legend) {
        return Stream.of(Band.values())
                .map(it -> new Colour(it, legend.letter(it), legend.means(it)))
                .toList();
    }

    private static ProfileLine profile(Model model, Profile profile) {
        var plain = ModelDiff.between(model, profile.model()).stream();
        return new ProfileLine(
                profile.name(),
                profile.when().stream().map(Clause::text).collect(Collectors.joining(" and ")),
                profile.says(),
                plain.map(Difference::sentence).filter(it -> !it.startsWith("Profile ")).toList());
    }

    private static List<Choice> unused(Model model, Catalogue catalogue) {
        var used = model.measures().map(Model.Measure::metric).toList();
        return catalogue.files().stream()
                .map(MetricFile::metric)
                .filter(it -> it.isAskedPer(Grain.ACCOUNT))
                .filter(it -> !used.contains(it.name()))
                .map(it -> new Choice(it.name().value(), it.meaning().title()))
                .toList();
    }
}
