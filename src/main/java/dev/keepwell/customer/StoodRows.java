package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads what records say now, in the words in which their rows are judged.
final class StoodRows {

    private final RecordTable table;
    private final Arrival arrival;
    private final List<RecordColumn> columns;

    StoodRows(RecordTable table, Arrival arrival) {
        this.table = table;
        this.arrival = arrival;
        this.columns =
                table.columns().stream().filter(it -> it.isStored() && it.type().isSent()).toList();
    }

    /// By the key that the source gives them. Usage never changes, so nothing of it stood.
    Map<String, Stood> of(Session session, Collection<String> sourceIds) {
        var stood = new HashMap<String, Stood>();
        if (sourceIds.isEmpty() || table.place() == RecordTable.Place.LAKE) {
            return stood;
        }
        var list =
                columns.stream()
                        .map(it -> ", " + RecordRows.quoted(it.name()))
                        .collect(Collectors.joining());
        session.sql()
                .sql(
                        """
                        select source_id, content%s from %s
                        where workspace_id = ? and source_system = ? and source_id = any(?)
                          and superseded_at is null and deleted_at is null
                        """
                                .formatted(list, table.sqlName()))
                .param(arrival.workspace().value())
                .param(arrival.sourceSystem())
                .param(sourceIds.toArray(String[]::new))
                .query(row -> {
                    stood.put(row.getString(1), read(row));
                });
        return stood;
    }

    private Stood read(ResultSet row) throws SQLException {
        var values = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            var text = StoredText.of(columns.get(i), row, i + 3);
            if (text != null) {
                values.put(columns.get(i).name(), text);
            }
        }
        return new Stood(values, row.getObject(2, UUID.class));
    }
}
