package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How many of the records that are current say each thing that they can say.
public final class Completeness {

    private final Database database;
    private final RecordTables tables;

    Completeness(Database database, RecordTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /// One table. Those of usage are in the lake and not counted here.
    public record Table(String name, long records, List<Column> columns) {

        public Table {
            columns = List.copyOf(columns);
        }
    }

    /// A column, and how many records have a value in it.
    public record Column(String name, long filled, boolean required) {}

    /// Those that have records, by name.
    public List<Table> of(WorkspaceId workspace) {
        var sql =
                kept().stream()
                        .map(Completeness::query)
                        .collect(Collectors.joining("\nunion all\n"));
        return database
                .in(workspace, session -> Rows.of(session.sql().sql(sql).query(this::table)))
                .stream()
                .filter(it -> it.records() > 0)
                .sorted(java.util.Comparator.comparing(Table::name))
                .toList();
    }

    private List<RecordTable> kept() {
        return tables.all().stream()
                .filter(it -> it.place() == RecordTable.Place.POSTGRES)
                .toList();
    }

    private static String query(RecordTable table) {
        var counts =
                table.stored().stream()
                        .map(it -> "count(\"%s\")".formatted(it.name()))
                        .collect(Collectors.joining(", "));
        return """
        select '%s' as name, count(*) as records, array[%s] as filled
        from %s where superseded_at is null and deleted_at is null\
        """
                .formatted(table.name(), counts, table.sqlName());
    }

    private Table table(ResultSet row, int number) throws SQLException {
        var table = tables.table(row.getString("name"));
        var filled = (Long[]) row.getArray("filled").getArray();
        var columns = new ArrayList<Column>();
        for (var it : table.stored()) {
            columns.add(new Column(it.name(), filled[columns.size()], it.required()));
        }
        return new Table(table.name(), row.getLong("records"), columns);
    }
}
