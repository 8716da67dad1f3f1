package dev.keepwell.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Rows that the engine supplies beside the facts, such as the periods to be measured.
///
/// Columns are declared as SQL: `id integer`. Values are printed into the statement, so they are
/// numbers, days and ids of our own making or are quoted here.
public record Relation(String name, List<String> columns, List<List<@Nullable Object>> rows) {

    static final int ROWS_PER_STATEMENT = 2_000;

    List<String> statements() {
        var create = "create or replace table %s (%s)".formatted(name, String.join(", ", columns));
        var statements = new ArrayList<>(List.of(create));
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT));
            var values = chunk.stream().map(Relation::tuple).toList();
            statements.add("insert into %s values %s".formatted(name, String.join(", ", values)));
        }
        return statements;
    }

    /// The statement that shows the rows as a view, on an engine that has no tables of its own.
    String view(UnaryOperator<String> type) {
        var typed = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i).split(" ", 2);
            typed.add("cast(col%d as %s) as %s".formatted(i + 1, type.apply(column[1]), column[0]));
        }
        return "create or replace temporary view %s as select %s from values %s"
                .formatted(
                        name,
                        String.join(", ", typed),
                        String.join(", ", rows.stream().map(Relation::tuple).toList()));
    }

    /// `fact.user_day` is the table `user_day` of schema `fact`.
    static String nameIn(String schema, String table) {
        return table.startsWith(schema + ".") ? table.substring(schema.length() + 1) : table;
    }

    private static String tuple(List<@Nullable Object> row) {
        return "(" + String.join(", ", row.stream().map(Relation::literal).toList()) + ")";
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Object text -> "'" + text.toString().replace("'", "''") + "'";
        };
    }
}
