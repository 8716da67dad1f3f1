package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// From which colour to which: how many accounts, and what they pay a month. All sixteen cells are
/// there, worst colour first and grey last.
public record Transitions(List<Cell> cells) {

    public Transitions {
        cells = List.copyOf(cells);
    }

    /// The accounts of one colour that get another one, or keep theirs.
    public record Cell(Band from, Band to, int accounts, BigDecimal mrr) {

        public boolean isMove() {
            return from != to;
        }

        private Cell plus(BigDecimal more) {
            return new Cell(from, to, accounts + 1, mrr.add(more));
        }

        private static Cell plus(Cell a, Cell b) {
            return new Cell(a.from, a.to, a.accounts + b.accounts, a.mrr.add(b.mrr));
        }
    }

    /// An account that is not in `mrr` pays nothing that we know of.
    public static Transitions of(Collection<Prospect> prospects, Map<AccountId, BigDecimal> mrr) {
        var rows = new EnumMap<Band, Map<Band, Cell>>(Band.class);
        for (var from : Band.values()) {
            var row = rows.computeIfAbsent(from, _ -> new EnumMap<>(Band.class));
            for (var to : Band.values()) {
                row.put(to, new Cell(from, to, 0, BigDecimal.ZERO));
            }
        }
        for (var it : prospects) {
            var paid = mrr.getOrDefault(it.account(), BigDecimal.ZERO);
            rows.getOrDefault(it.before().band(), Map.of())
                    .computeIfPresent(it.after().band(), (_, cell) -> cell.plus(paid));
        }
        var cells = new ArrayList<Cell>();
        rows.values().forEach(row -> cells.addAll(row.values()));
        return new Transitions(cells);
    }

    /// All who change colour.
    public Cell moved() {
        var none = new Cell(Band.GREY, Band.GREY, 0, BigDecimal.ZERO);
        return cells.stream().filter(Cell::isMove).reduce(none, Cell::plus);
    }
}
