package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import dev.keepwell.source.Undos.Undo;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Takes back what one import brought into one record table, by appending versions.
///
/// What the import changed stands again as it stood before. What it created has no version that
/// stands any more; a last one, which never held, tells those who look for arrivals.
final class RecordUndo {

    private static final int RECORDS_AT_ONCE = 5_000;

    /// The content of a version that never held.
    private static final String NEVER = "uuid '00000000-0000-0000-0000-000000000000'";

    private static final String CHOSEN =
            """
            create temp table taking_back on commit drop as
            select now.source_id, now.id, now.version as standing, before.version as before
            from {table} now
            left join lateral (
                select old.version, old.content from {table} old
                where {same as now}
                  and old.version < (
                    select min(first.version) from {table} first
                    where first.workspace_id = now.workspace_id
                      and first.source_system = now.source_system
                      and first.source_id = now.source_id and first.import_id = :import)
                order by old.version desc limit 1
            ) before on before.content <> {never}
            where now.workspace_id = current_setting('app.workspace')
              and now.source_system = :source and now.superseded_at is null
              and now.import_id = :import and now.source_id > :after
            order by now.source_id limit :limit
            """;

    private static final String COMPLAINT =
            """
            insert into customer.undo_conflict
            select now.workspace_id, :undo, :name, now.source_system, now.source_id,
                coalesce(now.{title}, now.source_id),
            """;

    private static final String CHANGED =
            """
            'changed', now.import_id
            from {table} now
            where now.workspace_id = current_setting('app.workspace')
              and now.source_system = :source and now.superseded_at is null
              and now.import_id <> :import
              and exists (select from {table} old where {same as now} and old.import_id = :import)
            on conflict do nothing
            """;

    private static final String NEEDED =
            """
            'needed', '{other} ' || other.source_id
            from taking_back
            join {table} now on now.version = standing
            join customer.{other} other
                on  other.workspace_id = now.workspace_id
                and other."{column}" = now.id and other.superseded_at is null
            where before is null
            on conflict do nothing
            """;

    private static final String OVERLAPPED =
            """
            'overlap', other.source_id
            from taking_back
            join {table} now on now.version = before and now.deleted_at is null
            join {table} other
                on  other.workspace_id = now.workspace_id and {same group}
                and other.superseded_at is null and other.deleted_at is null
                and other.import_id <> :import and other.id <> now.id
                and now."{from}" < coalesce(other."{to}", date 'infinity')
                and other."{from}" < coalesce(now."{to}", date 'infinity')
                and now."{from}" < coalesce(now."{to}", date 'infinity')
                and other."{from}" < coalesce(other."{to}", date 'infinity')
            on conflict do nothing
            """;

    private static final String LEFT_ALONE =
            """
            delete from taking_back using customer.undo_conflict conflict
            where conflict.workspace_id = current_setting('app.workspace')
              and conflict.import_id = :undo and conflict.table_name = :name
              and conflict.source_id = taking_back.source_id
            """;

    /// A version that was dated back holds at no time, and what it hid holds until something else.
    private static final String UNHIDDEN =
            """
            update {table} now set superseded_at = greatest(now.recorded_at, coalesce(
                (select min(old.recorded_at) from {table} old
                where {same as now} and old.version > now.version and old.recorded_at >= :began
                  and coalesce(old.superseded_at, timestamptz 'infinity') > old.recorded_at),
                :at))
            from taking_back
            where now.version = before and exists (
                select from {table} old where {same as now}
                  and old.import_id = :import and old.recorded_at < :began)
            """;

    private static final String CLOSED =
            """
            update {table} now set superseded_at = case
                when now.recorded_at < :began then now.recorded_at
                when now.superseded_at is null then greatest(now.recorded_at, :at)
                else now.superseded_at end
            from taking_back
            where now.workspace_id = current_setting('app.workspace')
              and now.source_system = :source and now.source_id = taking_back.source_id
              and now.import_id = :import
            """;

    private static final String APPENDED =
            """
            insert into {table} ({columns})
            select {changed columns} from {table} join taking_back on version = {which}
            where before is {null or not} order by taking_back.source_id
            """;

    private final Session session;
    private final RecordTables tables;
    private final RecordTable table;
    private final Undo undo;

    RecordUndo(Session session, RecordTables tables, RecordTable table, Undo undo) {
        this.session = session;
        this.tables = tables;
        this.table = table;
        this.undo = undo;
    }

    /// Takes some more records back; the step is done when none were left.
    UndoStep next(UndoStep from) {
        if (from.afterId().isEmpty()) {
            run(COMPLAINT + CHANGED, Map.of());
        }
        run(CHOSEN, Map.of(), from.afterId());
        var last =
                session.sql()
                        .sql("select coalesce(max(source_id), '') from taking_back")
                        .query(String.class)
                        .single();
        if (last.isEmpty()) {
            return from.ended();
        }
        complain();
        run(LEFT_ALONE, Map.of());
        run(UNHIDDEN, Map.of());
        run(CLOSED, Map.of());
        var restored = run(APPENDED, appended("before", "not null", Map.of("recorded_at", ":at")));
        var removed =
                run(
                        APPENDED,
                        appended(
                                "standing",
                                "null",
                                Map.of(
                                        "recorded_at", ":at",
                                        "superseded_at", ":at",
                                        "deleted_at", "timestamptz 'epoch'",
                                        "content", NEVER,
                                        "import_id", ":undo")));
        return from.moved(last, removed, restored);
    }

    private void complain() {
        for (var other : tables.all()) {
            if (other.place() == RecordTable.Place.POSTGRES && !other.equals(table)) {
                other.columns().stream()
                        .filter(it -> it.required() && table.name().equals(it.refers()))
                        .forEach(it ->
                                run(
                                        COMPLAINT + NEEDED,
                                        Map.of("other", other.name(), "column", it.name())));
            }
        }
        var span = table.time().span();
        if (span != null && !table.time().exclusive().isEmpty()) {
            var group =
                    table.time().exclusive().stream()
                            .map(RecordRows::quoted)
                            .map("now.%1$s is not distinct from other.%1$s"::formatted)
                            .collect(Collectors.joining(" and "));
            run(
                    COMPLAINT + OVERLAPPED,
                    Map.of("same group", group, "from", span.from(), "to", span.to()));
        }
    }

    private Map<String, String> appended(String which, String isNull, Map<String, String> changed) {
        var columns = new ArrayList<>(RecordRows.BOOKKEEPING);
        table.stored().forEach(it -> columns.add(RecordRows.quoted(it.name())));
        var values = new HashMap<>(changed);
        values.putIfAbsent("superseded_at", "cast(null as timestamptz)");
        values.put("recorded_assumed", "false");
        return Map.of(
                "columns",
                String.join(", ", columns),
                "changed columns",
                changed(columns, values),
                "which",
                which,
                "null or not",
                isNull);
    }

    private String changed(List<String> columns, Map<String, String> values) {
        return columns.stream()
                .map(it -> values.getOrDefault(it, table.name() + "." + it))
                .collect(Collectors.joining(", "));
    }

    private int run(String sql, Map<String, String> words) {
        return run(sql, words, "");
    }

    private int run(String sql, Map<String, String> words, String after) {
        var all = new HashMap<>(words);
        all.put("table", table.sqlName());
        all.put("title", Titles.column(table.name()));
        all.put("never", NEVER);
        all.put(
                "same as now",
                "old.workspace_id = now.workspace_id and old.source_system = now.source_system"
                        + " and old.source_id = now.source_id");
        var text = sql;
        for (var word : all.entrySet()) {
            text = text.replace("{" + word.getKey() + "}", word.getValue());
        }
        return session.sql()
                .sql(text)
                .param("import", undo.undoes())
                .param("undo", undo.id())
                .param("name", table.name())
                .param("source", undo.sourceSystem())
                .param("after", after)
                .param("limit", RECORDS_AT_ONCE)
                .param("began", undo.began().atOffset(ZoneOffset.UTC))
                .param("at", undo.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
