package dev.keepwell.customer;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// References of records that point to nothing: what they name has never come.
///
/// A record that points to one which was deleted is not among them, for that one came.
public final class LooseEnds {

    private static final String LOOSE =
            """
            from %1$s as it
            where superseded_at is null and deleted_at is null
            and %2$s is not null
            and exists (
                select from unnest(string_to_array(%2$s, ';')) as named(id)
                where not exists (
                    select from %3$s as other
                    where other.workspace_id = it.workspace_id
                    and other.id = named.id
                    and other.superseded_at is null))
            """;

    /// A reference to one record, which an engine finds faster.
    private static final String LOOSE_ONE =
            """
            from %1$s as it
            where superseded_at is null and deleted_at is null
            and %2$s is not null
            and not exists (
                select from %3$s as other
                where other.workspace_id = it.workspace_id
                and other.id = it.%2$s
                and other.superseded_at is null)
            """;

    private static final String EXAMPLES =
            "(array_agg(source_system || '/' || source_id order by version))[1:3]";

    private final Database database;
    private final RecordTables tables;

    LooseEnds(Database database, RecordTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /// A column whose references are loose in so many records, with some that have one.
    public record End(
            String table, String column, String refers, long records, List<String> examples) {

        public End {
            examples = List.copyOf(examples);
        }
    }

    /// A record with a loose reference: whose it is, and our id of what it names.
    public record Loose(String source, String sourceId, String reference, Instant recordedAt) {}

    private record Pair(RecordTable table, RecordColumn column) {

        String refers() {
            return Objects.requireNonNull(column.refers());
        }

        String loose(RecordTables tables) {
            return (column.many() ? LOOSE : LOOSE_ONE)
                    .formatted(table.sqlName(), column.name(), tables.table(refers()).sqlName());
        }
    }

    /// Those that there are, the most records first.
    public List<End> of(WorkspaceId workspace) {
        var sql =
                pairs().stream()
                                .map(it ->
                                        "select '%s', '%s', '%s', count(*), %s %s"
                                                .formatted(
                                                        it.table().name(),
                                                        it.column().name(),
                                                        it.refers(),
                                                        EXAMPLES,
                                                        it.loose(tables)))
                                .map(it -> it + " having count(*) > 0")
                                .collect(Collectors.joining("\nunion all\n"))
                        + " order by 4 desc, 1, 2";
        return database.in(
                workspace,
                session ->
                        Rows.of(
                                session.sql()
                                        .sql(sql)
                                        .query((row, _) ->
                                                new End(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getString(3),
                                                        row.getLong(4),
                                                        List.of(
                                                                (String[])
                                                                        row.getArray(5)
                                                                                .getArray())))));
    }

    /// The records of one column, oldest first.
    public List<Loose> of(WorkspaceId workspace, String table, String column, int limit) {
        var pair =
                pairs().stream()
                        .filter(it -> it.table().name().equals(table))
                        .filter(it -> it.column().name().equals(column))
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.unknown(
                                        "unknown_column",
                                        "No column '%s' of a table '%s' refers to anything."
                                                .formatted(column, table)));
        var sql =
                "select source_system, source_id, %s, recorded_at %s order by version limit %d"
                        .formatted(column, pair.loose(tables), limit);
        return database.in(
                workspace,
                session ->
                        Rows.of(
                                session.sql()
                                        .sql(sql)
                                        .query((row, _) ->
                                                new Loose(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getString(3),
                                                        row.getObject(4, OffsetDateTime.class)
                                                                .toInstant()))));
    }

    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var table : tables.all()) {
            if (table.place() == RecordTable.Place.POSTGRES) {
                table.stored().stream()
                        .filter(it -> it.refers() != null)
                        .forEach(it -> pairs.add(new Pair(table, it)));
            }
        }
        return pairs;
    }
}
