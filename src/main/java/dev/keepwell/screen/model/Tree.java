package dev.keepwell.screen.model;

import dev.keepwell.health.Model;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.List;

/// The parts of a model in their order: groups with their measures, and beneath them the rules that
/// act on the whole. Weights are as set, and beside them is the share of the score that they come
/// to.
public record Tree(String title, List<Branch> branches, int caps, int profiles, Node selected) {

    public Tree {
        branches = List.copyOf(branches);
    }

    /// A group.
    public record Branch(
            String name,
            String title,
            String weight,
            String share,
            boolean isOff,
            List<Leaf> leaves) {

        public Branch {
            leaves = List.copyOf(leaves);
        }
    }

    /// A measure. One whose metric the catalogue lacks is missing for everybody.
    public record Leaf(
            String metric,
            String title,
            String weight,
            String share,
            boolean isOff,
            boolean isUnknown) {}

    static Tree of(Model model, Catalogue catalogue, Node selected) {
        var all = model.groups().stream().mapToDouble(Model.Group::weight).sum();
        return new Tree(
                model.title(),
                model.groups().stream().map(it -> branch(it, all, catalogue)).toList(),
                model.caps().size(),
                model.profiles().size(),
                selected);
    }

    private static Branch branch(Model.Group group, double all, Catalogue catalogue) {
        var share = group.weight() / all;
        var within = group.measures().stream().mapToDouble(Model.Measure::weight).sum();
        return new Branch(
                group.name(),
                group.title(),
                weight(group.weight()),
                percent(share),
                group.weight() == 0,
                group.measures().stream().map(it -> leaf(it, share / within, catalogue)).toList());
    }

    private static Leaf leaf(Model.Measure measure, double unit, Catalogue catalogue) {
        var metric = catalogue.find(measure.metric());
        return new Leaf(
                measure.metric().value(),
                metric.map(it -> it.meaning().title()).orElse(measure.metric().value()),
                weight(measure.weight()),
                percent(unit * measure.weight()),
                measure.weight() == 0,
                metric.isEmpty());
    }

    /// As a field of a form wants it: `30`, `12.5`.
    static String weight(double weight) {
        return BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
    }

    private static String percent(double share) {
        return Figures.percent(BigDecimal.valueOf(share));
    }
}
