package dev.keepwell.warehouse;

import dev.keepwell.kernel.CatalogText;
import dev.keepwell.kernel.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// A table that metrics may read: what one row is, its columns, and the query that builds it.
///
/// A fact per period is asked anew for the periods that are being measured, so it is a view over
/// the relation `period`, and several metrics share one definition of what they measure.
///
/// `back` is how many days before a day it must read to be right on that day; a fact that does not
/// say so may read all of history.
public record FactFile(
        String name,
        String grain,
        boolean isPerPeriod,
        Map<String, String> columns,
        List<String> reads,
        @Nullable Reach back,
        String query) {

    private static final Set<String> KEYS =
            Set.of("fact", "title", "grain", "per", "columns", "reads", "back", "caveats");

    /// `day` is a whole number of days since 1970-01-01, so that ages and windows are integer
    /// arithmetic on every engine. A rate has one digit more than fits into 64 bits, for else its
    /// product with an amount would have to fit as well.
    private static final Map<String, String> TYPES =
            Map.of(
                    "text", "varchar",
                    "day", "integer",
                    "count", "bigint",
                    "money", "decimal(18,4)",
                    "rate", "decimal(19,10)",
                    "number", "decimal(18,6)",
                    "fraction", "decimal(38,12)",
                    "flag", "boolean",
                    "instant", "timestamptz");

    static FactFile parse(String place, String text) {
        var file = CatalogText.parse(place, text);
        if (file.blocks().size() != 1 || file.queries().size() != 1) {
            throw file.refused("a fact file is one definition block and one query.");
        }
        var keys = Keys.of(place, new Yaml().load(file.blocks().getFirst())).only(KEYS);
        var columns = new LinkedHashMap<String, String>();
        var declared = Keys.of(place, keys.find("columns").orElse(null));
        for (var column : declared.names()) {
            columns.put(column, typeOf(declared, column));
        }
        keys.text("title");
        var per = keys.text("per", "");
        if (!per.isEmpty() && !per.equals("period")) {
            throw keys.refused("a fact is per period or per nothing, not per '%s'.".formatted(per));
        }
        return new FactFile(
                keys.text("fact"),
                keys.text("grain"),
                !per.isEmpty(),
                columns,
                keys.words("reads"),
                keys.text("back", "").isEmpty() ? null : Reach.parse(keys),
                file.queries().getFirst());
    }

    private static String typeOf(Keys declared, String column) {
        var type = TYPES.get(declared.text(column));
        if (type == null) {
            throw declared.refused(
                    "column '%s' has a type that is none of %s."
                            .formatted(column, TYPES.keySet().stream().sorted().toList()));
        }
        return type;
    }

    /// The statement that makes the table, in the declared columns and types.
    String tableStatement() {
        return "create table fact.%s (%s)"
                .formatted(
                        name,
                        String.join(
                                ", ",
                                columns.entrySet().stream()
                                        .map(it -> it.getKey() + " " + it.getValue())
                                        .toList()));
    }

    /// The statement that makes the view of a fact per period, in the declared columns.
    String viewStatement() {
        return "create view fact.%s as select %s from (%s) as asked"
                .formatted(name, String.join(", ", columns.keySet()), query);
    }
}
