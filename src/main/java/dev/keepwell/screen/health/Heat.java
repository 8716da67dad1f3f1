package dev.keepwell.screen.health;

import dev.keepwell.health.Model;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.health.Overview.Mean;
import dev.keepwell.screen.health.Overview.Segment;
import dev.keepwell.screen.portfolio.Field;
import dev.keepwell.screen.portfolio.Filter;
import dev.keepwell.screen.portfolio.Match;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Segments against groups: what the accounts of a segment have in a group of the model, on
/// average.
public record Heat(List<String> groups, List<Line> lines) {

    /// A mean over fewer accounts says more about them than about their segment, and gets no
    /// colour.
    private static final int ACCOUNTS_MIN = 5;

    private static final BigDecimal STEPS = BigDecimal.valueOf(7);
    private static final int HIGHEST_STEP = 6;

    public Heat {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /// A segment, and where the list shows it.
    public record Line(String segment, String address, Cell score, List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// A mean and over how many accounts; `step` is its colour from 0 for the lowest to 6.
    public record Cell(String text, String accounts, @Nullable Integer step) {

        static final Cell NONE = new Cell("–", "none", null);
    }

    static Heat of(List<Segment> segments, Model model) {
        var groups = model.groups();
        return new Heat(
                groups.stream().map(Model.Group::title).toList(),
                segments.stream().map(it -> line(it, groups)).toList());
    }

    private static Line line(Segment segment, List<Model.Group> groups) {
        var cells = new ArrayList<Cell>();
        groups.forEach(it -> cells.add(cell(segment.groups().get(it.name()))));
        var name = segment.name();
        return new Line(
                name == null ? "No segment" : name.replace('_', ' '),
                address(name),
                cell(segment.score()),
                cells);
    }

    private static String address(@Nullable String segment) {
        var filter =
                segment == null
                        ? new Filter(Field.SEGMENT, Match.UNKNOWN, List.of())
                        : new Filter(Field.SEGMENT, Match.IS, List.of(segment));
        return new ListAddress("customer.is(yes)," + filter.text(), "score").toString();
    }

    private static Cell cell(@Nullable Mean mean) {
        if (mean == null) {
            return Cell.NONE;
        }
        var accounts = mean.accounts();
        return new Cell(
                Figures.score(mean.value()),
                "%,d".formatted(accounts),
                accounts < ACCOUNTS_MIN ? null : step(mean.value()));
    }

    private static int step(BigDecimal value) {
        var step = value.multiply(STEPS).movePointLeft(2).setScale(0, RoundingMode.FLOOR);
        return Math.min(HIGHEST_STEP, step.intValue());
    }
}
