package dev.keepwell.screen.api;

import dev.keepwell.health.CurveWords;
import dev.keepwell.health.Fading;
import dev.keepwell.health.Model;
import dev.keepwell.health.ModelLines;
import dev.keepwell.health.ModelWords;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of a model as a form shows it: its parts with their shares, and the line of each.
///
/// Shares are percentages: of a group in the whole, of a measure in its group and in the whole.
record ModelForm(
        String name,
        String title,
        Bands bands,
        double coverageFloor,
        List<Group> groups,
        List<Cap> caps,
        @Nullable String profiles) {

    private static final double WHOLE = 100;

    /// Where the better bands begin.
    record Bands(double green, double yellow) {}

    /// A group with its measures.
    record Group(
            String id,
            String title,
            double weight,
            double share,
            @Nullable Integer line,
            List<Measure> measures) {}

    /// A measure; a weight of 0 only watches. Its curve may rest on another, which is drawn.
    record Measure(
            String id,
            double weight,
            double share,
            double shareOfScore,
            String curve,
            String drawn,
            List<ModelAnswer.Knot> knots,
            @Nullable Integer freshFor,
            List<Double> neverFadesAt,
            String missing,
            String says,
            @Nullable Integer line) {}

    /// A cap with its condition as the text writes it.
    record Cap(
            String id,
            String when,
            String atMost,
            String says,
            @Nullable String owner,
            @Nullable LocalDate expiresOn,
            @Nullable Integer line) {}

    static ModelForm of(String yaml, Model model) {
        var lines = ModelLines.of(yaml);
        var whole = model.groups().stream().mapToDouble(Model.Group::weight).sum();
        return new ModelForm(
                model.name(),
                model.title(),
                new Bands(model.bands().green(), model.bands().yellow()),
                model.coverageFloor(),
                model.groups().stream().map(it -> group(it, whole, lines)).toList(),
                model.caps().stream()
                        .map(it ->
                                new Cap(
                                        it.name(),
                                        ModelWords.when(it),
                                        it.atMost().word(),
                                        it.says(),
                                        it.owner(),
                                        it.expiresOn(),
                                        lines.line("caps/" + it.name()).orElse(null)))
                        .toList(),
                lines.source("profiles").orElse(null));
    }

    private static Group group(Model.Group group, double whole, ModelLines lines) {
        var share = WHOLE * group.weight() / whole;
        var sum = group.measures().stream().mapToDouble(Model.Measure::weight).sum();
        var path = "groups/" + group.name();
        var measures =
                group.measures().stream()
                        .map(it -> {
                            var line = lines.line(path + "/measures/" + it.metric()).orElse(null);
                            return measure(it, it.weight() / sum, share, line);
                        })
                        .toList();
        return new Group(
                group.name(),
                group.title(),
                group.weight(),
                share,
                lines.line(path).orElse(null),
                measures);
    }

    private static Measure measure(
            Model.Measure it, double part, double groupShare, @Nullable Integer line) {
        var after = it.fading() instanceof Fading.After fading ? fading : null;
        return new Measure(
                it.metric().value(),
                it.weight(),
                WHOLE * part,
                groupShare * part,
                CurveWords.kind(it.curve()),
                CurveWords.kind(CurveWords.drawn(it.curve())),
                ModelAnswer.pairs(CurveWords.knots(it.curve())),
                after == null ? null : after.freshForDays(),
                after == null ? List.of() : after.neverAt(),
                ModelWords.of(it.gap()),
                it.says(),
                line);
    }
}
