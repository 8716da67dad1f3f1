package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people call the records that go by our ids.
public final class Titles {

    /// Where nobody gave a name, the source's own id has to do.
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "account", "name",
                    "feature", "name",
                    "course", "title",
                    "team", "name",
                    "app_user", "source_id");

    /// The column that says what people call a record; every record has an id in its source.
    static String column(String table) {
        return COLUMNS.getOrDefault(table, "source_id");
    }

    private final Database database;

    Titles(Database database) {
        this.database = database;
    }

    /// By our id; what has no record, or is of a table without names, is not in it.
    public Map<String, String> of(WorkspaceId workspace, String table, Collection<String> ids) {
        var titles = new HashMap<String, String>();
        var column = COLUMNS.get(table);
        if (column != null && !ids.isEmpty()) {
            database.doIn(
                    workspace,
                    session ->
                            session.sql()
                                    .sql(
                                            """
                                            select id, coalesce(%s, source_id) from customer.%s
                                            where id = any(:ids) and superseded_at is null
                                            """
                                                    .formatted(column, table))
                                    .param("ids", List.copyOf(ids).toArray(String[]::new))
                                    .query((ResultSet row) -> {
                                        titles.put(row.getString(1), row.getString(2));
                                    }));
        }
        return Map.copyOf(titles);
    }

    /// Our id of what somebody names by it, by the source's id, or as `ext:<source>/<id>`. A table
    /// without names of its own leaves the word as it is.
    public Optional<String> find(WorkspaceId workspace, String table, String named) {
        if (!COLUMNS.containsKey(table)) {
            return Optional.of(named);
        }
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select id from customer.%s
                                        where superseded_at is null
                                        and (id = :named or source_id = :named
                                            or 'ext:' || source_system || '/' || source_id = :named)
                                        order by id = :named desc, id
                                        limit 1
                                        """
                                                .formatted(table))
                                .param("named", named)
                                .query((row, _) -> row.getString(1))
                                .optional());
    }
}
