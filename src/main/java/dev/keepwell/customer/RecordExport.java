package dev.keepwell.customer;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands out every version of every record, for those who take them elsewhere.
public final class RecordExport {

    /// What the house needs to keep records apart, and nobody else.
    private static final Set<String> INWARD = Set.of("workspace_id", "content", "file");

    private static final int ROWS_AT_ONCE = 1_000;

    /// One version of a record: its columns in the order of the table, those without a value too.
    public record Row(String table, SequencedMap<String, @Nullable String> columns) {}

    private final Database database;
    private final RecordTables tables;

    RecordExport(Database database, RecordTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /// The tables whose records are kept in PostgreSQL; usage rows are in the lake.
    public List<String> tables() {
        return tables.all().stream()
                .filter(it -> it.place() == RecordTable.Place.POSTGRES)
                .map(RecordTable::name)
                .sorted()
                .toList();
    }

    /// Each version of the records of a table, oldest first, one at a time.
    public void each(WorkspaceId workspace, String table, Consumer<Row> reader) {
        if (!tables().contains(table)) {
            throw Refusal.unknown(
                    "unknown_table",
                    "There is no table '%s'.%s"
                            .formatted(table, Suggestion.forWord(table, tables())));
        }
        var name = tables.table(table).sqlName();
        database.doIn(workspace, session -> read(session, name, table, reader));
    }

    private static void read(Session session, String name, String table, Consumer<Row> reader) {
        session.sql()
                .sql("select * from " + name + " order by version")
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    reader.accept(new Row(table, columns(row)));
                });
    }

    private static SequencedMap<String, @Nullable String> columns(ResultSet row)
            throws SQLException {
        var columns = new LinkedHashMap<String, @Nullable String>();
        var names = row.getMetaData();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            if (!INWARD.contains(names.getColumnName(i))) {
                columns.put(names.getColumnName(i), row.getString(i));
            }
        }
        return columns;
    }
}
