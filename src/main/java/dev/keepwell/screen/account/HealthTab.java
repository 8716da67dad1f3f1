package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Bands;
import dev.keepwell.health.Change;
import dev.keepwell.health.Model;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.health.ScoreSeries;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A score taken apart: where it came from, what it is made of, and why it moved.
public record HealthTab(
        Model model,
        String judgedBy,
        ScoreLine line,
        List<GroupLine> groups,
        List<MeasureLine> measures,
        @Nullable Waterfall change,
        Rules rules,
        Sums sums) {

    public HealthTab {
        groups = List.copyOf(groups);
        measures = List.copyOf(measures);
    }

    /// What acted on the score beside its measures.
    public record Rules(String coverage, List<String> caps, List<String> missing) {}

    /// The last row of the table of groups.
    public record Sums(String weight, String contribution, String lost, @Nullable String change) {}

    /// What a page found out about a score, before it is written down.
    record Findings(
            Anatomy anatomy,
            ModelVersion model,
            ScoreSeries series,
            @Nullable Change change,
            Catalogue catalogue) {

        Optional<Double> changeOf(String group) {
            return Optional.ofNullable(change).map(it -> it.groups().getOrDefault(group, 0.0));
        }
    }

    static HealthTab of(Findings found) {
        var model = found.model().model();
        var anatomy = found.anatomy();
        var groups = groups(found, model.bands());
        return new HealthTab(
                model,
                "%s, version %d".formatted(model.title(), found.model().number()),
                ScoreLine.of(found.series(), model.bands()),
                groups,
                measures(found),
                found.change() == null
                        ? null
                        : Waterfall.of(found.change(), model, found.catalogue()),
                rules(anatomy, model, found.catalogue()),
                sums(anatomy, found.change()));
    }

    private static List<GroupLine> groups(Findings found, Bands bands) {
        var lines = new ArrayList<GroupLine>();
        var start = 0.0;
        for (var it : found.anatomy().groups()) {
            var group = group(found.model().model(), it.group());
            var change = found.changeOf(it.group()).orElse(null);
            lines.add(GroupLine.of(it, group, bands, start, change));
            start += lines.getLast().segment().width();
        }
        return lines;
    }

    private static List<MeasureLine> measures(Findings found) {
        var lines = new ArrayList<MeasureLine>();
        for (var group : found.anatomy().groups()) {
            var asked = group(found.model().model(), group.group());
            group.measures()
                    .forEach(it ->
                            lines.add(
                                    MeasureLine.of(
                                            it,
                                            asked,
                                            found.anatomy().facts(),
                                            found.catalogue())));
        }
        lines.sort(MeasureLine.BY_LOSS);
        return lines;
    }

    private static Model.Group group(Model model, String name) {
        return model.groups().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Rules rules(Anatomy anatomy, Model model, Catalogue catalogue) {
        var active =
                anatomy.caps().stream().map(Anatomy.ActiveCap::cap).collect(Collectors.toSet());
        var caps = model.caps().stream().filter(it -> active.contains(it.name()));
        var missing =
                anatomy.measures()
                        .filter(it -> it.isApplicable() && it.effectiveWeight() == 0)
                        .map(it ->
                                catalogue
                                        .find(it.metric())
                                        .map(found -> found.meaning().title())
                                        .orElse(it.metric().value()));
        return new Rules(
                Figures.percent(BigDecimal.valueOf(anatomy.coverage())),
                caps.map(it -> "%s At most %s.".formatted(it.says(), it.atMost().word())).toList(),
                missing.toList());
    }

    private static Sums sums(Anatomy anatomy, @Nullable Change change) {
        var contribution = anatomy.measures().mapToDouble(it -> it.contribution()).sum();
        var weight = anatomy.measures().mapToDouble(it -> it.effectiveWeight()).sum() * 100;
        return new Sums(
                Figures.number(BigDecimal.valueOf(weight), 1),
                Figures.points(BigDecimal.valueOf(contribution)),
                Figures.points(BigDecimal.valueOf(weight - contribution)),
                change == null
                        ? null
                        : Figures.signed(
                                BigDecimal.valueOf(change.to().value())
                                        .subtract(BigDecimal.valueOf(change.from().value())),
                                2));
    }
}
