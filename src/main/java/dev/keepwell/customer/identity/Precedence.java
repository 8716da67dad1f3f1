package dev.keepwell.customer.identity;

import dev.keepwell.customer.MergedRows;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Which source is believed first where several tell something of one record: for a field of a
/// table, or for all of them. Where nobody decided, it is the source that knew the record first.
public final class Precedence {

    /// All fields of a table.
    public static final String ANY = "*";

    private static final int SOURCES_MAX = 50;

    /// One decision that is in force.
    public record Order(
            String table, String field, List<String> sources, String setBy, Instant setAt) {}

    private final Database database;
    private final Clock clock;

    public Precedence(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<Order> list(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select table_name, field, sources, set_by, recorded_at
                                        from customer.precedence
                                        where superseded_at is null and sources <> '{}'
                                        order by table_name, field
                                        """)
                                .query((row, _) ->
                                        new Order(
                                                row.getString(1),
                                                row.getString(2),
                                                List.of((String[]) row.getArray(3).getArray()),
                                                row.getString(4),
                                                row.getTimestamp(5).toInstant()))
                                .list());
    }

    /// Decides from now on; no sources at all takes a decision back.
    public void set(
            WorkspaceId workspace, String table, String field, List<String> sources, String by) {
        check(table, field, sources);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.doIn(
                workspace,
                session -> {
                    session.sql()
                            .sql(
                                    """
                                    update customer.precedence set superseded_at = ?
                                    where table_name = ? and field = ? and superseded_at is null
                                    """)
                            .params(now, table, field)
                            .update();
                    session.sql()
                            .sql(
                                    """
                                    insert into customer.precedence (workspace_id, id, table_name,
                                        field, sources, set_by, recorded_at)
                                    values (?, ?, ?, ?, ?, ?, ?)
                                    """)
                            .params(
                                    workspace.value(),
                                    "prc_" + UUID.randomUUID(),
                                    table,
                                    field,
                                    sources.toArray(String[]::new),
                                    by,
                                    now)
                            .update();
                });
    }

    private static void check(String table, String field, List<String> sources) {
        var tables = MergedRows.fields();
        var fields = tables.get(table);
        if (fields == null) {
            throw Refusal.invalid(
                    "unknown_table",
                    "Sources have an order in %s, but got '%s'.%s"
                            .formatted(
                                    tables.keySet(),
                                    table,
                                    Suggestion.forWord(table, tables.keySet())));
        }
        if (!fields.contains(field)) {
            throw Refusal.invalid(
                    "unknown_field",
                    "In '%s' sources have an order for %s, but got '%s'.%s"
                            .formatted(table, fields, field, Suggestion.forWord(field, fields)));
        }
        var isBlank = sources.stream().anyMatch(it -> it.isBlank() || it.indexOf('\0') >= 0);
        if (isBlank
                || sources.size() > SOURCES_MAX
                || new HashSet<>(sources).size() < sources.size()) {
            throw Refusal.invalid(
                    "sources",
                    "An order names each source once, %d at most, but got %s."
                            .formatted(SOURCES_MAX, sources));
        }
    }
}
