package dev.keepwell.customer;

import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.webhook.Outcome.SetAside;
import dev.keepwell.source.webhook.RowKeeping;
import dev.keepwell.source.webhook.Told.Row;
import dev.keepwell.workspace.Conventions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes in the rows that webhooks tell: judged, versioned and counted like those of a file, table
/// by table, so that nothing comes before what it points to.
final class DeliveredRows implements RowKeeping {

    private final RecordTables tables;
    private final Function<WorkspaceId, Conventions> conventions;

    DeliveredRows(RecordTables tables, Function<WorkspaceId, Conventions> conventions) {
        this.tables = tables;
        this.conventions = conventions;
    }

    @Override
    public Kept keep(Session session, Batch batch) {
        var zone = conventions.apply(batch.workspace()).zone();
        var refused = new LinkedHashMap<Row, SetAside>();
        var byTable = batch.rows().stream().collect(Collectors.groupingBy(Row::table));
        long created = 0;
        for (var table : tables.all()) {
            var rows = fit(table, byTable.getOrDefault(table.name(), List.of()), refused);
            if (!rows.isEmpty()) {
                var intake = new DeliveredTable(session, batch, table, new Moments(zone, zone));
                var ids = new Ids(batch.workspace(), tables.prefixes());
                created += intake.take(rows, ids, refused);
            }
        }
        byTable.forEach((table, rows) -> {
            if (tables.all().stream().noneMatch(it -> it.name().equals(table))) {
                rows.forEach(it -> refused.put(it, unknownTable(table)));
            }
        });
        new DeliveredCounts(session, batch).finish();
        return new Kept(created, refused);
    }

    /// The rows that say nothing but columns of their table, and are kept as versions.
    private List<Row> fit(RecordTable table, List<Row> rows, Map<Row, SetAside> refused) {
        var known = tables.columns(table.name());
        var fit = new ArrayList<Row>();
        for (var row : rows) {
            var strange = row.values().keySet().stream().filter(it -> !known.contains(it));
            var first = strange.findFirst();
            if (table.place() == RecordTable.Place.LAKE || table.key().columns().size() > 1) {
                refused.put(
                        row,
                        new SetAside(
                                "no_id",
                                "Rows of %s have no id by which they can be told. Import a file."
                                        .formatted(table.name())));
            } else if (first.isPresent()) {
                refused.put(row, unknownColumn(table.name(), first.get(), known));
            } else {
                fit.add(row);
            }
        }
        return fit;
    }

    private static SetAside unknownColumn(String table, String column, List<String> known) {
        return new SetAside(
                "no_such_column",
                "The table %s has no column '%s'.%s"
                        .formatted(table, column, Suggestion.forWord(column, known)));
    }

    private SetAside unknownTable(String table) {
        var names = tables.tables();
        return new SetAside(
                "no_such_table",
                "There is no table '%s'.%s Name it in the event's type, as in account.updated."
                        .formatted(table, Suggestion.forWord(table, names)));
    }
}
