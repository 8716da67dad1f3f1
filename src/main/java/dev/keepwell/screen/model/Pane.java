package dev.keepwell.screen.model;

import dev.keepwell.health.Band;
import dev.keepwell.health.Caution;
import dev.keepwell.health.Prospect;
import dev.keepwell.health.Spread;
import dev.keepwell.health.Transitions;
import dev.keepwell.screen.frame.Embedded;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a draft would change, written down for the pane beside it.
public record Pane(
        Headline headline,
        List<Row> rows,
        List<Line> movers,
        int moversInAll,
        Histogram histogram,
        List<Segment> segments,
        List<Change> changes,
        List<Caution> cautions,
        List<Profiled> profiles,
        String caps) {

    /// More than these nobody reads beside a form; the API and the terminal list all.
    private static final int MOVERS_SHOWN = 300;

    public Pane {
        rows = List.copyOf(rows);
        movers = List.copyOf(movers);
        segments = List.copyOf(segments);
        changes = List.copyOf(changes);
        cautions = List.copyOf(cautions);
        profiles = List.copyOf(profiles);
    }

    /// How many accounts a profile applies to, before and after.
    public record Profiled(String name, int before, int after) {}

    /// `37 accounts change colour`, `€61.2k MRR`, and what it was counted from.
    public record Headline(String accounts, String mrr, String range, boolean isSample) {}

    /// From one colour: a cell for each colour that they may go to.
    public record Row(Band from, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public record Cell(Band to, int accounts, String mrr, boolean isMove) {}

    /// An account that changes colour. `cause` is the number of the edit, as the list of changes
    /// counts them.
    public record Line(
            String account,
            String name,
            String segment,
            String owner,
            String mrr,
            Stand before,
            Stand after,
            String cause) {}

    public record Stand(Band band, String score) {}

    /// Bars in the units of the drawing, and the same as numbers.
    public record Histogram(List<Bar> bars, int most) {

        public Histogram {
            bars = List.copyOf(bars);
        }
    }

    public record Bar(int from, int before, int after, String beforeHeight, String afterHeight) {}

    public record Segment(
            String name,
            int accounts,
            String meanBefore,
            String meanAfter,
            String medianBefore,
            String medianAfter) {}

    /// One difference to the model in force.
    public record Change(int number, String sentence, long movers) {}

    static Pane of(Forecast forecast) {
        var outlook = forecast.outlook();
        var currency = forecast.currency();
        var shown = forecast.movers().stream().limit(MOVERS_SHOWN);
        return new Pane(
                headline(forecast),
                rows(forecast.transitions(), currency),
                shown.map(it -> line(it, currency)).toList(),
                forecast.movers().size(),
                histogram(forecast.spread()),
                segments(forecast),
                IntStream.range(0, outlook.differences().size())
                        .mapToObj(it ->
                                new Change(
                                        it + 1,
                                        outlook.differences().get(it).sentence(),
                                        outlook.movedBy(it)))
                        .toList(),
                outlook.cautions(),
                outlook.profiles().entrySet().stream()
                        .map(it ->
                                new Profiled(
                                        it.getKey(), it.getValue().before(), it.getValue().after()))
                        .toList(),
                Embedded.json(outlook.reach().caps()));
    }

    private static Headline headline(Forecast forecast) {
        var moved = forecast.transitions().moved();
        var range = forecast.outlook().range();
        return new Headline(
                said(moved.accounts()),
                Figures.money(moved.mrr(), forecast.currency()) + " MRR",
                range.isSample()
                        ? range.label()
                        : "%s on %s, against version %d"
                                .formatted(
                                        range.label(), Figures.day(range.day()), range.version()),
                range.isSample());
    }

    private static String said(int accounts) {
        return switch (accounts) {
            case 0 -> "Nobody changes colour";
            case 1 -> "1 account changes colour";
            default -> Figures.number(BigDecimal.valueOf(accounts), 0) + " accounts change colour";
        };
    }

    private static List<Row> rows(Transitions transitions, String currency) {
        var rows = new ArrayList<Row>();
        for (var from : Band.values()) {
            rows.add(
                    new Row(
                            from,
                            transitions.cells().stream()
                                    .filter(it -> it.from() == from)
                                    .map(it ->
                                            new Cell(
                                                    it.to(),
                                                    it.accounts(),
                                                    Figures.money(it.mrr(), currency),
                                                    it.isMove()))
                                    .toList()));
        }
        return rows;
    }

    private static Line line(Forecast.Mover it, String currency) {
        var mention = it.mention();
        return new Line(
                mention.account().value(),
                mention.name(),
                mention.segment() == null ? "–" : mention.segment(),
                mention.csm() == null ? "–" : mention.csm(),
                mention.mrr() == null ? "–" : Figures.money(it.mrr(), currency),
                stand(it.prospect().before()),
                stand(it.prospect().after()),
                cause(it.prospect().edits()));
    }

    private static Stand stand(Prospect.Standing it) {
        return new Stand(it.band(), score(it.score()));
    }

    private static String cause(Prospect.@Nullable Edits edits) {
        if (edits == null) {
            return "–";
        }
        return edits.first() == edits.last()
                ? String.valueOf(edits.first() + 1)
                : "%d–%d".formatted(edits.first() + 1, edits.last() + 1);
    }

    private static Histogram histogram(Spread spread) {
        var before = spread.before().bins();
        var after = spread.after().bins();
        int most =
                Math.max(
                        1,
                        IntStream.range(0, before.size())
                                .map(it -> Math.max(before.get(it), after.get(it)))
                                .max()
                                .orElse(1));
        return new Histogram(
                IntStream.range(0, before.size())
                        .mapToObj(it ->
                                new Bar(
                                        it * 5,
                                        before.get(it),
                                        after.get(it),
                                        height(before.get(it), most),
                                        height(after.get(it), most)))
                        .toList(),
                most);
    }

    private static String height(int count, int most) {
        return String.format(Locale.ROOT, "%.1f", 64.0 * count / most);
    }

    private static List<Segment> segments(Forecast forecast) {
        return forecast.segments().entrySet().stream()
                .map(it -> segment(it.getKey(), it.getValue()))
                .toList();
    }

    private static Segment segment(String name, Spread spread) {
        var before = spread.before();
        var after = spread.after();
        return new Segment(
                name.equals(Forecast.NO_SEGMENT) ? "No segment" : name,
                before.scored() + before.grey(),
                score(before.mean()),
                score(after.mean()),
                score(before.median()),
                score(after.median()));
    }

    private static String score(@Nullable Double score) {
        return score == null ? "–" : Figures.score(BigDecimal.valueOf(score));
    }
}
