package dev.keepwell.warehouse;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Facts built from rows that a worked example gives, in the real engine.
///
/// A given table is a picture: columns parted by `|`, the first line their names. An empty cell is
/// null, and a date in a column of days becomes its number.
public final class GivenFacts {

    private static final FactFiles FILES = FactFiles.packaged();
    private static final String EVENT = "lake.event";
    private static final int ROWS_PER_STATEMENT = 1_000;

    private GivenFacts() {}

    public static Facts open(
            List<Feed> feeds, SortedSet<LocalDate> days, Map<String, String> given) {
        return open(feeds, days, given, Conventions.DEFAULT);
    }

    public static Facts open(
            List<Feed> feeds,
            SortedSet<LocalDate> days,
            Map<String, String> given,
            Conventions conventions) {
        var bounds = DuckDb.Bounds.SMALL;
        var facts =
                new BuiltFacts(
                        new DuckDbEngine(DuckDb.open(bounds)),
                        FILES,
                        feeds,
                        table -> {
                            throw Refusal.invalid(
                                    "example",
                                    "the example needs rows of %s under 'given'.".formatted(table));
                        });
        facts.prepare(conventions, days);
        given.forEach((table, text) -> facts.give(table, duck -> load(duck, table, text)));
        giveRest(facts, given.keySet());
        return facts;
    }

    /// An example that gives no events or merges has none. The days of events are rolled up from
    /// those it gives.
    private static void giveRest(BuiltFacts facts, Set<String> given) {
        EventTables.NOT_IMPORTED.forEach((table, columns) -> {
            if (!given.contains(table)) {
                facts.give(table, duck -> create(duck, table, columns));
            }
        });
        if (!given.contains(EVENT)) {
            facts.give(EVENT, duck -> create(duck, EVENT, EventTables.EVENT));
        }
        facts.give(
                RolledUp.TABLE,
                duck ->
                        duck.run(
                                "create view %s as %s"
                                        .formatted(
                                                RolledUp.TABLE,
                                                EventTables.rolledUp(EVENT, "true"))));
    }

    private static void create(DuckDb duck, String table, String columns) {
        duck.run("create table %s (%s)".formatted(table, columns));
    }

    private static void load(DuckDb duck, String table, String text) {
        var picture = rows(text);
        if (table.startsWith("fact.")) {
            var file = FILES.named(Relation.nameIn("fact", table));
            duck.run(file.tableStatement());
            insert(duck, table, file.columns(), picture);
        } else if (EventTables.NOT_IMPORTED.containsKey(table)) {
            create(duck, table, EventTables.NOT_IMPORTED.getOrDefault(table, ""));
            insert(duck, table, Map.of(), picture);
        } else if (table.startsWith("lake.")) {
            create(duck, table, LakeTables.columns(table));
            insert(duck, table, Map.of(), picture);
        } else {
            var columns = RecordColumns.of(Relation.nameIn("customer", table));
            duck.run(
                    "create table %s (%s)"
                            .formatted(
                                    table,
                                    columns.entrySet().stream()
                                            .map(it -> quoted(it.getKey()) + " " + it.getValue())
                                            .collect(Collectors.joining(", "))));
            insert(duck, table, columns, picture);
        }
    }

    private static void insert(
            DuckDb duck, String table, Map<String, String> types, List<List<String>> picture) {
        var names = picture.getFirst();
        var columns = names.stream().map(GivenFacts::quoted).collect(Collectors.joining(", "));
        var rows = picture.subList(1, picture.size());
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT));
            var tuples =
                    chunk.stream()
                            .map(row -> tuple(names, types, row))
                            .collect(Collectors.joining(", "));
            duck.run("insert into %s (%s) values %s".formatted(table, columns, tuples));
        }
    }

    private static String tuple(List<String> names, Map<String, String> types, List<String> row) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> literal(row.get(i), String.valueOf(types.get(names.get(i)))))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /// A hold has a column `from`, which would otherwise begin a clause.
    private static String quoted(String column) {
        return '"' + column + '"';
    }

    private static String literal(String cell, String type) {
        if (cell.isEmpty()) {
            return "null";
        }
        if (type.equals("integer") && cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Long.toString(LocalDate.parse(cell).toEpochDay());
        }
        return "'" + cell.replace("'", "''") + "'";
    }

    /// The rows of a picture, its names first; a line may stand for many.
    public static List<List<String>> rows(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .flatMap(RowRun::of)
                .toList();
    }
}
