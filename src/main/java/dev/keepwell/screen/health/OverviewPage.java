package dev.keepwell.screen.health;

import dev.keepwell.health.Model;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.health.Overview.Moment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How all customers stand together, as a page writes it.
public record OverviewPage(
        Heading heading,
        Colours colours,
        Spread scores,
        List<Edge> edges,
        Spread coverage,
        Heat heat,
        List<MoverTable> movers,
        InForce inForce) {

    public OverviewPage {
        edges = List.copyOf(edges);
        movers = List.copyOf(movers);
    }

    /// What the page is about.
    public record Heading(String judged, String day, String dayBefore, String floor) {}

    /// Where a colour begins.
    public record Edge(String name, String x) {}

    /// What was found out before it is written down.
    record Findings(
            Overview overview, List<Movers> movers, ModelVersion model, Catalogue catalogue) {}

    static OverviewPage of(Findings found) {
        var overview = found.overview();
        var model = found.model().model();
        var currency = overview.gathered().currency();
        return new OverviewPage(
                heading(overview, model),
                Colours.of(overview.now(), overview.monthAgo(), currency),
                scores(overview.now(), overview.monthAgo()),
                edges(model),
                Spread.of(overview.coverage(), List.of(), new CoverageLabels()),
                Heat.of(overview.segments(), model),
                found.movers().stream()
                        .map(it -> MoverTable.of(it, currency, found.catalogue()))
                        .toList(),
                InForce.of(overview, found.model()));
    }

    private static Heading heading(Overview overview, Model model) {
        var day = overview.gathered().day();
        return new Heading(
                "%,d".formatted(overview.now().judged()),
                Figures.day(day),
                Figures.day(day.minusDays(Overview.DAYS_BEFORE)),
                Figures.percent(BigDecimal.valueOf(model.coverageFloor())));
    }

    private static Spread scores(Moment now, Moment before) {
        return Spread.of(now.bins(), before.bins(), new ScoreLabels());
    }

    private static List<Edge> edges(Model model) {
        var bands = model.bands();
        return List.of(edge("Yellow", bands.yellow()), edge("Green", bands.green()));
    }

    private static Edge edge(String name, double score) {
        var number = Figures.number(BigDecimal.valueOf(score), 1);
        return new Edge(
                "%s from %s".formatted(name, number), String.format(Locale.ROOT, "%.1f%%", score));
    }

    /// `65–70`, where 70 belongs to the next bin.
    private static final class ScoreLabels implements Spread.Labels {

        @Override
        public String label(int bin) {
            return "%d–%d".formatted(bin * Overview.BIN, (bin + 1) * Overview.BIN);
        }

        @Override
        public String address(int bin) {
            var over = bin == 0 ? "" : "score.over(%d.9),".formatted(bin * Overview.BIN - 1);
            var under =
                    bin == Overview.BINS - 1
                            ? "score.known()"
                            : "score.under(%d)".formatted((bin + 1) * Overview.BIN);
            return new ListAddress(over + under, "score").toString();
        }
    }

    /// `70–80 %`.
    private static final class CoverageLabels implements Spread.Labels {

        private static final int WIDTH = 100 / Overview.COVERAGE_BINS;

        @Override
        public String label(int bin) {
            return "%d–%d %%".formatted(bin * WIDTH, (bin + 1) * WIDTH);
        }

        @Override
        public @Nullable String address(int bin) {
            return null;
        }
    }
}
