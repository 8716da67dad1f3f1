package dev.keepwell.screen.accounts;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Gathered;
import java.util.List;

/// A look at one account beside the list: how it stands, why it moved, and what one wants to know
/// before the next step.
public record Peek(
        String path,
        String name,
        Cell health,
        Cell change,
        List<Reason> reasons,
        List<Fact> facts) {

    private static final List<Column> FACTS =
            List.of(
                    Column.MRR,
                    Column.RENEWAL,
                    Column.OWNER,
                    Column.PULSE,
                    Column.TOUCH,
                    Column.SPONSOR,
                    Column.COVERAGE,
                    Column.USAGE,
                    Column.LICENCES,
                    Column.NPS,
                    Column.OVERDUE);

    public Peek {
        reasons = List.copyOf(reasons);
        facts = List.copyOf(facts);
    }

    /// What moved the score, and by how many points.
    public record Reason(String title, String points) {}

    /// One thing to know.
    public record Fact(String name, Column column, Cell cell) {}

    static Peek of(Entry entry, Gathered gathered, Catalogue catalogue) {
        var cells = new Cells(gathered, catalogue);
        return new Peek(
                "/accounts/" + entry.account().value(),
                entry.name(),
                cells.of(Column.HEALTH, entry),
                cells.of(Column.CHANGE, entry),
                entry.standing().reasons().stream()
                        .map(it -> new Reason(cells.title(it), Cells.signed(it.points())))
                        .toList(),
                FACTS.stream().map(it -> new Fact(it.title(), it, cells.of(it, entry))).toList());
    }
}
