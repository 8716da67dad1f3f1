package dev.keepwell.screen.data;

import dev.keepwell.customer.LooseEnds;
import dev.keepwell.screen.quality.Quality;
import dev.keepwell.source.flow.Drift;
import dev.keepwell.source.flow.Unmatched;
import java.util.Comparator;
import java.util.List;

/// How good the data is, as a page writes it.
public record QualityPage(
        FreshGrid grid,
        List<TouchedRow> tables,
        List<TouchedRow.Link> touched,
        List<FieldRow> fields,
        FieldRow.Order order,
        List<LooseEnds.End> ends,
        List<Unmatched.Group> unmatched,
        List<Turn> drift) {

    /// What happened to a column of a file.
    public record Turn(String source, String file, String column, String what, Clocked at) {

        static Turn of(Drift.Change it, Clocked.Place place) {
            var what =
                    switch (it.kind()) {
                        case NEW -> "new, looks like " + it.is();
                        case VANISHED -> "vanished, looked like " + it.was();
                        case TURNED -> "looks like %s, was %s".formatted(it.is(), it.was());
                        case EMPTIED -> "empty, was " + it.was();
                    };
            return new Turn(it.source(), it.file(), it.column(), what, place.at(it.at()));
        }
    }

    static QualityPage of(Quality it, FieldRow.Order order, Clocked.Place place) {
        return new QualityPage(
                FreshGrid.of(it.sources(), it.today()),
                it.tables().stream()
                        .sorted(Comparator.comparing(table -> !table.isWorrying()))
                        .map(TouchedRow::of)
                        .toList(),
                it.touched().stream().map(TouchedRow.Link::of).toList(),
                FieldRow.of(it, order),
                order,
                it.ends(),
                it.unmatched(),
                it.drift().stream().map(change -> Turn.of(change, place)).toList());
    }

    public boolean isEmpty() {
        return grid.lines().isEmpty() && fields.isEmpty();
    }

    /// Columns that metrics read and too few records have.
    public long worrying() {
        return fields.stream().filter(FieldRow::isWorrying).count();
    }
}
