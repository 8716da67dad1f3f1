package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Records as they read once those that were merged are one, as known at a time.
///
/// What points to a loser points to its survivor. The survivor's own row is put together field by
/// field: the first source that is believed for it and says something. What is the same once its
/// references are, such as two histories of segments, counts from one source; money adds up.
/// Nothing that is kept changes, so taking a merge back gives exactly what was.
public final class MergedRows {

    /// The merges themselves, as facts read them.
    public static final String TABLE = "customer.merged";

    private static final String SCHEMA = "customer.";
    private static final Set<String> KINDS = Set.of("account", "contact");
    private static final RecordTables TABLES = RecordTables.packaged();

    private final String known;
    private final boolean any;
    private final Map<String, List<String>> orders;

    private MergedRows(String known, boolean any, Map<String, List<String>> orders) {
        this.known = known;
        this.any = any;
        this.orders = orders;
    }

    public static MergedRows now(Session session) {
        return at(session, "infinity");
    }

    public static MergedRows at(Session session, Instant knownAt) {
        return at(session, knownAt.toString());
    }

    private static MergedRows at(Session session, String known) {
        return new MergedRows(known, areThere(session, known), SourceOrders.at(session, known));
    }

    private static boolean areThere(Session session, String known) {
        return session.sql()
                .sql(
                        """
                        select exists (
                            select from customer.merge
                            where merged_at <= cast(:known as timestamptz)
                            and (undone_at is null or undone_at > cast(:known as timestamptz)))
                        """)
                .param("known", known)
                .query(Boolean.class)
                .single();
    }

    /// The tables in which it matters which source is believed first, with the fields for which
    /// that can be decided; `*` is all of them.
    public static Map<String, List<String>> fields() {
        var fields = new TreeMap<String, List<String>>();
        for (var table : TABLES.all()) {
            var own = new ArrayList<>(List.of("*"));
            if (KINDS.contains(table.name())) {
                table.stored().forEach(it -> own.add(it.name()));
                fields.put(table.name(), own);
            } else if (like(table).stream().anyMatch(new References(table)::has)) {
                fields.put(table.name(), own);
            }
        }
        return fields;
    }

    /// The query for columns of a table. `where` speaks of how its versions are kept, and of no
    /// other column.
    public String select(String table, Collection<String> columns, String where) {
        if (table.equals(TABLE)) {
            return merges(columns, where);
        }
        var name = table.substring(SCHEMA.length());
        var declared = TABLES.all().stream().filter(it -> it.name().equals(name)).findFirst();
        if (!any || declared.isEmpty()) {
            return "select %s from %s where %s".formatted(listed(columns), table, where);
        }
        var record = declared.get();
        return KINDS.contains(name)
                ? whole(record, columns, where)
                : referring(record, columns, where);
    }

    private String merges(Collection<String> columns, String where) {
        var cells =
                columns.stream()
                        .map(it ->
                                it.equals("survivor_id")
                                        ? "known.survivor_id"
                                        : "merged.\"%s\"".formatted(it))
                        .collect(Collectors.joining(", "));
        return """
        select %s from customer.merged
        join lateral (
            select * from customer.survivors(merged.kind, '%s') as it
            where it.loser_id = merged.loser_id) as known on true
        where %s
        """
                .formatted(cells, known, where);
    }

    private String referring(RecordTable table, Collection<String> columns, String where) {
        var references = new References(table);
        if (references.isEmpty()) {
            return "select %s from %s where %s".formatted(listed(columns), table.sqlName(), where);
        }
        var rows =
                "select %s%s from %s as record %s where %s"
                        .formatted(
                                references.resolved(columns),
                                rank(table, references),
                                table.sqlName(),
                                references.joins(),
                                where);
        return "with %s select %s from (%s) as ranked where rank = 1"
                .formatted(members(), listed(columns), rows);
    }

    /// Rows that must be alone among their like come from the member that is believed first.
    private String rank(RecordTable table, References references) {
        var like = like(table);
        var decides = like.stream().filter(references::has).findFirst();
        if (decides.isEmpty()) {
            return ", 1 as rank";
        }
        var member = "member_of_" + decides.get();
        var keys = like.stream().map(references::cell).collect(Collectors.joining(", "));
        return ", rank() over (partition by %1$s order by %2$s, %3$s.first_known, %3$s.id) as rank"
                .formatted(keys, order(table.name(), "*", "record.source_system"), member);
    }

    private static List<String> like(RecordTable table) {
        var isMoney = table.columns().stream().anyMatch(it -> it.type() == ColumnType.MONEY);
        var exclusive = table.time().exclusive();
        var like = exclusive.isEmpty() && !isMoney ? table.key().columns() : exclusive;
        return like.stream().anyMatch(it -> !table.column(it).isStored()) ? List.of() : like;
    }

    private String whole(RecordTable table, Collection<String> columns, String where) {
        var references = new References(table);
        var kind = table.name();
        var joins = references.joins();
        return """
        with %1$s,
        part as (
            select %2$s, member.whole, member.first_known,
                record.source_system as told_by, record.id as told_as
            from %3$s as record
            join %4$s_member as member on member.id = record.id
            %5$s
            where %6$s
        )
        select %2$s from %3$s as record %5$s
        where not exists (select from %4$s_member as member where member.id = record.id)
        and %6$s
        union all
        select %7$s from part group by part.whole
        """
                .formatted(
                        members(),
                        references.resolved(columns),
                        table.sqlName(),
                        kind,
                        joins,
                        where,
                        composed(kind, columns));
    }

    private String composed(String kind, Collection<String> columns) {
        var cells = new ArrayList<String>();
        for (var column : columns) {
            cells.add(
                    switch (column) {
                                case "id" -> "part.whole";
                                case "source_system", "source_id" ->
                                        first(
                                                column,
                                                "part.told_as = part.whole desc, "
                                                        + order(kind, column));
                                case "recorded_at" -> "max(part.recorded_at)";
                                case "occurred_at" -> "min(part.occurred_at)";
                                default -> first(column, order(kind, column));
                            }
                            + " as \"%s\"".formatted(column));
        }
        return String.join(", ", cells);
    }

    /// Nobody is its own parent, which it would be when a part is merged into the whole.
    private static String first(String column, String order) {
        var own = column.equals("parent_id") ? " and part.parent_id <> part.whole" : "";
        return """
        (array_agg(part."%1$s" order by %2$s) filter (where part."%1$s" is not null%3$s))[1]
        """
                .strip()
                .formatted(column, order, own);
    }

    private String order(String kind, String field) {
        return order(kind, field, "part.told_by") + ", part.first_known, part.told_as";
    }

    private String order(String table, String field, String source) {
        var order = SourceOrders.of(orders, table, field);
        var listed =
                order.stream()
                        .map(it -> "'" + it.replace("'", "''") + "'")
                        .collect(Collectors.joining(", "));
        return "array_position(cast(array[%s] as text[]), %s) nulls last".formatted(listed, source);
    }

    private String members() {
        return KINDS.stream().sorted().map(this::members).collect(Collectors.joining(", "));
    }

    private String members(String kind) {
        return """
        %1$s_survivor as materialized (select * from customer.survivors('%1$s', '%2$s')),
        %1$s_member as materialized (
            select
                id,
                whole,
                (select min(recorded_at) from customer.%1$s as version where version.id = one.id)
                    as first_known
            from (
                select loser_id as id, survivor_id as whole from %1$s_survivor
                union
                select survivor_id, survivor_id from %1$s_survivor
            ) as one
        )
        """
                .formatted(kind, known);
    }

    /// A hold has a column `from`, which would otherwise begin a clause.
    private static String listed(Collection<String> columns) {
        return columns.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    /// The columns of a table that point to accounts or contacts.
    private record References(RecordTable table, List<RecordColumn> all) {

        References(RecordTable table) {
            this(
                    table,
                    table.columns().stream()
                            .filter(it -> KINDS.contains(String.valueOf(it.refers())))
                            .toList());
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        boolean has(String column) {
            return all.stream().anyMatch(it -> it.name().equals(column));
        }

        String resolved(Collection<String> columns) {
            return columns.stream()
                    .map(it -> cell(it) + " as \"%s\"".formatted(it))
                    .collect(Collectors.joining(", "));
        }

        String cell(String column) {
            var own = "record.\"%s\"".formatted(column);
            return has(column) ? "coalesce(member_of_%s.whole, %s)".formatted(column, own) : own;
        }

        String joins() {
            return all.stream()
                    .map(it ->
                            """
                            left join %1$s_member as member_of_%2$s
                                on member_of_%2$s.id = record.%2$s
                            """
                                    .formatted(it.refers(), it.name()))
                    .collect(Collectors.joining("\n"));
        }
    }
}
