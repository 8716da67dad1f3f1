package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells what a source calls the records that go by our ids.
public final class Origins {

    private final Database database;
    private final RecordTables tables;

    Origins(Database database, RecordTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /// By our id; what is not there is unknown.
    public Map<String, Account.Origin> of(
            WorkspaceId workspace, String table, Collection<String> ids) {
        var name = tables.table(table).sqlName();
        var origins = new HashMap<String, Account.Origin>();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select distinct id, source_system, source_id
                                        from %s
                                        where id = any(:ids)
                                        """
                                                .formatted(name))
                                .param("ids", List.copyOf(ids).toArray(String[]::new))
                                .query((ResultSet row) -> {
                                    var origin =
                                            new Account.Origin(row.getString(2), row.getString(3));
                                    origins.put(row.getString(1), origin);
                                }));
        return Map.copyOf(origins);
    }
}
