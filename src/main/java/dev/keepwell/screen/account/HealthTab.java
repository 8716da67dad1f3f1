package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Band;
import dev.keepwell.health.Change;
import dev.keepwell.health.Model;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.health.PathToGreen;
import dev.keepwell.health.ScoreSeries;
import dev.keepwell.health.Trends;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A score taken apart: where it came from, what it is made of, and why it moved.
public record HealthTab(
        String judgedBy,
        ScoreLine line,
        TrendLine trends,
        List<GroupLine> groups,
        List<MeasureLine> measures,
        @Nullable Waterfall change,
        String unexplained,
        Knowledge knowledge,
        GreenBox green,
        Sums sums,
        @Nullable String noScore) {

    public HealthTab {
        groups = List.copyOf(groups);
        measures = List.copyOf(measures);
    }

    /// The last row of the table of groups.
    public record Sums(String weight, String contribution, String lost, @Nullable String change) {}

    /// What a page found out about a score, before it is written down: the model as it is for the
    /// account, and as a whole with all its profiles. The days are the closed ones before it and
    /// its own, oldest first.
    record Findings(
            Anatomy anatomy,
            ModelVersion model,
            ModelVersion whole,
            ScoreSeries series,
            List<Anatomy> days,
            Trends trends,
            ScoreLine.Beside beside,
            @Nullable Change change,
            String unexplained,
            MeasureOrder order,
            WhoActs who,
            Catalogue catalogue) {}

    static HealthTab of(Findings found) {
        var model = found.model().model();
        var anatomy = found.anatomy();
        var printed = PrintedScore.of(anatomy);
        var change = found.change();
        var waterfall = change == null ? null : Waterfall.of(change, model, found.catalogue());
        var gaps = Gap.of(anatomy, found.catalogue(), found.who());
        var knowledge = Knowledge.of(anatomy, model, found.whole().model(), gaps);
        return new HealthTab(
                "%s, version %d".formatted(model.title(), found.model().number()),
                ScoreLine.of(found.series(), model, found.beside()),
                TrendLine.of(found.trends()),
                groups(anatomy, model, printed, change),
                measures(found, printed, gaps),
                waterfall,
                found.unexplained(),
                knowledge,
                GreenBox.of(PathToGreen.of(anatomy, found.model()), model, found.catalogue()),
                sums(printed.sum(), waterfall),
                anatomy.band() == Band.GREY ? noScore(anatomy, model, gaps) : null);
    }

    private static List<GroupLine> groups(
            Anatomy anatomy, Model model, PrintedScore printed, @Nullable Change change) {
        var lines = new ArrayList<GroupLine>();
        var start = 0.0;
        for (var it : anatomy.groups()) {
            var moved = change == null ? null : change.groups().getOrDefault(it.group(), 0.0);
            lines.add(
                    GroupLine.of(
                            it,
                            group(model, it.group()),
                            model.bands(),
                            printed.of(it),
                            start,
                            moved == null ? null : BigDecimal.valueOf(moved)));
            start += lines.getLast().segment().width();
        }
        return lines;
    }

    private static List<MeasureLine> measures(
            Findings found, PrintedScore printed, List<Gap> gaps) {
        var model = found.model().model();
        var pen =
                new MeasureLine.Pen(
                        found.anatomy().facts(),
                        found.days(),
                        printed,
                        gaps,
                        found.catalogue(),
                        found.who());
        var lines = new ArrayList<MeasureLine>();
        for (var group : found.anatomy().groups()) {
            var asked = group(model, group.group());
            group.measures().forEach(it -> lines.add(MeasureLine.of(it, asked, pen)));
        }
        lines.sort(Comparator.comparing(MeasureLine::rank, found.order().order()));
        return lines;
    }

    private static Model.Group group(Model model, String name) {
        return model.groups().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Sums sums(PrintedScore.Parts sum, @Nullable Waterfall change) {
        return new Sums(
                Figures.number(sum.weight(), 1),
                Figures.points(sum.contribution()),
                Figures.points(sum.lost()),
                change == null
                        ? null
                        : Figures.signed(
                                BigDecimal.valueOf(change.end())
                                        .subtract(BigDecimal.valueOf(change.start())),
                                2));
    }

    /// Why there is no score, and what would have to answer first.
    private static String noScore(Anatomy anatomy, Model model, List<Gap> gaps) {
        var missing =
                gaps.stream()
                        .filter(it -> it.kind() == Gap.Kind.MISSING)
                        .map(Gap::title)
                        .collect(Collectors.joining(", "));
        var isNeeded = anatomy.warnings().stream().anyMatch(it -> it.startsWith("needed:"));
        var rule =
                isNeeded
                        ? "The model gives no score without a measure that has no answer."
                        : "The model asks for %s at least."
                                .formatted(
                                        Figures.percent(BigDecimal.valueOf(model.coverageFloor())));
        return "%s Missing: %s.".formatted(rule, missing);
    }
}
