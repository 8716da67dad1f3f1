package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands out every record as it stands now, in the words that an import reads: taken in again here
/// it changes nothing, and taken in elsewhere it makes the same workspace.
public final class CurrentRecords {

    /// All rows of one table that come from one source.
    public record Sheet(String table, String source) {}

    /// A column of a sheet: what its values are, and what they are called elsewhere.
    public record Column(String name, String type, boolean needed, @Nullable String refers) {}

    /// What people call a table, and what one row of it is.
    public record Meaning(String title, String row) {}

    private static final Column RECORDED = new Column("recorded_at", "instant", false, null);
    private static final Column DELETED = new Column("deleted_at", "instant", false, null);

    private final Database database;
    private final RecordTables tables;
    private final Lake lake;
    private final Clock clock;

    CurrentRecords(Database database, RecordTables tables, Lake lake, Clock clock) {
        this.database = database;
        this.tables = tables;
        this.lake = lake;
        this.clock = clock;
    }

    /// The sheets that are not empty, each after those that it points to within its source.
    public List<Sheet> sheets(WorkspaceId workspace) {
        return database.in(
                workspace,
                session -> {
                    var sheets = new ArrayList<Sheet>();
                    for (var table : tables.all()) {
                        for (var source : sources(session, workspace, table)) {
                            sheets.add(new Sheet(table.name(), source));
                        }
                    }
                    return List.copyOf(sheets);
                });
    }

    /// The columns of a sheet, in their order.
    public List<Column> columns(String table) {
        var columns = new ArrayList<Column>();
        for (var column : tables.table(table).columns()) {
            if (column.type().isSent()) {
                var type = column.type().name().toLowerCase(Locale.ROOT);
                columns.add(new Column(column.name(), type, column.isNeeded(), column.refers()));
            }
        }
        columns.add(RECORDED);
        columns.add(DELETED);
        return List.copyOf(columns);
    }

    public Meaning meaning(String table) {
        return RecordFile.meaning(tables.table(table).name());
    }

    /// The columns that make a row of the table the one it is.
    public List<String> keys(String table) {
        return tables.table(table).key().columns();
    }

    /// Each row by its id in the source, one at a time; what has no value is an empty text.
    public void each(WorkspaceId workspace, Sheet sheet, Consumer<List<String>> reader) {
        var table = tables.table(sheet.table());
        var ids = new Ids(workspace, tables.prefixes());
        var words = new CurrentWords(table, workspace, sheet.source(), ids, clock.instant());
        database.doIn(
                workspace,
                session -> {
                    switch (table.place()) {
                        case POSTGRES ->
                                new RecordSheet(session, table, sheet.source(), words).each(reader);
                        case LAKE ->
                                new UsageSheet(session, lake, table, words)
                                        .each(workspace, sheet.source(), reader);
                    }
                });
    }

    private SortedSet<String> sources(Session session, WorkspaceId workspace, RecordTable table) {
        return switch (table.place()) {
            case POSTGRES ->
                    new TreeSet<>(
                            session.sql()
                                    .sql(
                                            "select distinct source_system from %s"
                                                            .formatted(table.sqlName())
                                                    + " where superseded_at is null")
                                    .query(String.class)
                                    .list());
            case LAKE -> {
                var files = lake.files(session, workspace, table.name());
                if (files.isEmpty()) {
                    yield new TreeSet<>();
                }
                try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
                    var sql = "select distinct source_system from " + DuckDb.reading(files);
                    yield new TreeSet<>(duck.query(sql, (row, _) -> row.getString(1)));
                }
            }
        };
    }
}
