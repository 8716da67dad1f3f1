package dev.keepwell.source.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Guesses one file: first how its text is cut into cells, then how its cells are written.
final class Guessing {

    private static final int LOOKED_AT = 1_000;

    /// A value that settles an open question may come late.
    private static final int SOUGHT_IN = 100_000;

    private final Map<String, String> said;
    private final Map<String, Sureness> sure = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<ColumnTally> tallies = new ArrayList<>();
    private DataFile file;
    private @Nullable Entry last;

    Guessing(DataFile file, Map<String, String> said) {
        this.said = said;
        this.file = file.under(file.layout().with(said));
        for (var key : Layout.keys(file.layout().format())) {
            sure.put(key, said.containsKey(key) ? Sureness.CERTAIN : Sureness.LIKELY);
        }
    }

    Guess guess() {
        switch (file.layout().format()) {
            case CSV -> take(new TextGuess(file, said).guess());
            case JSON_LINES -> take(new TextGuess(file, said).encoding());
            case XLSX -> take(new SheetGuess(file, said).guess());
            case PARQUET -> {}
        }
        boolean whole = tally();
        decideSigns();
        decideOrders();
        noteCurrencies();
        noteTotals(whole);
        var layout = file.layout();
        return new Guess(
                layout, sure, tallies.stream().map(it -> it.guess(layout.dates())).toList(), notes);
    }

    private void take(Cutting cutting) {
        file = file.under(cutting.layout());
        sure.putAll(cutting.sure());
        notes.addAll(cutting.notes());
    }

    /// Whether the file ends within the rows that were looked at.
    private boolean tally() {
        try (var rows = file.open()) {
            if (rows instanceof CsvRows csv) {
                notes.addAll(csv.notes());
            }
            rows.columns().forEach(it -> tallies.add(new ColumnTally(it)));
            for (int i = 0; i < SOUGHT_IN && (i < LOOKED_AT || isOpen()); i++) {
                var entry = rows.read();
                if (entry == null) {
                    return true;
                }
                last = entry;
                look(entry, i < LOOKED_AT);
            }
            return false;
        }
    }

    private boolean isOpen() {
        return tallies.stream()
                .anyMatch(it -> it.signs().undecided() != null || it.orders().undecided() != null);
    }

    private void look(Entry entry, boolean closely) {
        if (!(entry instanceof Entry.Fields fields)) {
            return;
        }
        for (int i = 0; i < tallies.size(); i++) {
            var value = fields.values().get(i);
            if (closely) {
                tallies.get(i).add(fields.line(), value);
            } else {
                tallies.get(i).seek(fields.line(), value);
            }
        }
    }

    private void decideSigns() {
        if (said.containsKey("decimal")) {
            return;
        }
        var all = new Evidence<DecimalSign>();
        tallies.forEach(it -> all.add(it.signs()));
        long points = columnsFor(DecimalSign.POINT);
        long commas = columnsFor(DecimalSign.COMMA);
        var sign = commas > points ? DecimalSign.COMMA : DecimalSign.POINT;
        file = file.under(file.layout().written(sign));
        var open = all.undecided();
        if (open != null) {
            sure.put("decimal", Sureness.ASK);
            notes.add(
                    "%s could be of thousands or a fraction, and no number shows which. The decimal"
                                    .formatted(open)
                            + " sign was taken as a point; say if it is a comma.");
        } else if (all.ways().size() > 1) {
            sure.put("decimal", Sureness.ASK);
            notes.add(
                    "%s has a decimal comma, but %s a point. The %s was taken; say if it is not."
                            .formatted(
                                    all.proof(DecimalSign.COMMA),
                                    all.proof(DecimalSign.POINT),
                                    file.layout().toMap().get("decimal")));
        } else if (commas > 0) {
            sure.put("decimal", Sureness.CERTAIN);
            notes.add(
                    "Numbers have a decimal comma, as %s shows."
                            .formatted(all.proof(DecimalSign.COMMA)));
        } else if (points > 0) {
            sure.put("decimal", Sureness.CERTAIN);
        }
    }

    private long columnsFor(DecimalSign sign) {
        return tallies.stream()
                .filter(it -> it.signs().count(sign) > it.signs().count(sign.other()))
                .count();
    }

    private void decideOrders() {
        if (said.containsKey("dates")) {
            return;
        }
        var all = new Evidence<DateOrder>();
        tallies.forEach(it -> all.add(it.orders()));
        var open = all.undecided();
        if (open != null) {
            order(DateOrder.UNKNOWN, Sureness.ASK);
            notes.add(
                    "%s could be either order, and no date shows which. Say whether the day or the"
                                    .formatted(open)
                            + " month comes first.");
        } else if (all.ways().size() > 1) {
            order(DateOrder.UNKNOWN, Sureness.ASK);
            notes.add(
                    "The day comes first in %s, but the month in %s. Give each column its format."
                            .formatted(
                                    all.proof(DateOrder.DAY_FIRST),
                                    all.proof(DateOrder.MONTH_FIRST)));
        } else if (!all.ways().isEmpty()) {
            var way = all.ways().getFirst();
            order(way, Sureness.CERTAIN);
            notes.add(
                    "In dates the %s comes first, because %s can be read in no other way."
                            .formatted(
                                    way == DateOrder.DAY_FIRST ? "day" : "month", all.proof(way)));
        }
    }

    private void order(DateOrder order, Sureness sureness) {
        file = file.under(file.layout().dated(order));
        sure.put("dates", sureness);
    }

    private void noteCurrencies() {
        for (var it : tallies) {
            if (it.currencies().size() > 1) {
                notes.add(
                        "'%s' has amounts in several currencies: %s. Only their numbers are read."
                                .formatted(it.name(), String.join(", ", it.currencies())));
            }
        }
    }

    private void noteTotals(boolean whole) {
        var end = whole ? last : Totals.lastOf(file);
        if (end != null && Totals.isOne(end)) {
            notes.add(
                    "The last row looks like a total: %s. It is read as a row."
                            .formatted(Totals.shown(end)));
        }
    }
}
