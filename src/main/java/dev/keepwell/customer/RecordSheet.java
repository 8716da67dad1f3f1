package dev.keepwell.customer;

import dev.keepwell.customer.CurrentWords.Stored;
import dev.keepwell.customer.Ids.Reference;
import dev.keepwell.postgres.Session;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The records of one source as they stand in one table of PostgreSQL, in the order of their ids.
record RecordSheet(Session session, RecordTable table, String source, CurrentWords words) {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final String MANY = ";";

    void each(Consumer<List<String>> reader) {
        var batch = new ArrayList<Stored>();
        session.sql()
                .sql(query())
                .param(source)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    batch.add(stored(row));
                    if (batch.size() == ROWS_AT_ONCE) {
                        hand(batch, reader);
                    }
                });
        hand(batch, reader);
    }

    private void hand(List<Stored> batch, Consumer<List<String>> reader) {
        tellReferences(batch);
        batch.forEach(it -> reader.accept(words.of(it)));
        batch.clear();
    }

    /// A version that stands again after an undo was recorded when it first came.
    private String query() {
        return """
        select source_id, occurred_at, deleted_at, content,
            (select min(same.recorded_at) from %1$s same
            where same.workspace_id = now.workspace_id
              and same.source_system = now.source_system
              and same.source_id = now.source_id and same.content = now.content) as told_at%2$s
        from %1$s now
        where workspace_id = current_setting('app.workspace') and source_system = ?
          and superseded_at is null
        order by source_id collate "C"
        """
                .formatted(
                        table.sqlName(),
                        table.stored().stream()
                                .map(it -> ", " + RecordRows.quoted(it.name()))
                                .collect(Collectors.joining()));
    }

    private Stored stored(ResultSet row) throws SQLException {
        var values = new HashMap<String, String>();
        for (var column : table.stored()) {
            put(values, column.name(), value(row, column));
        }
        if (table.columns().stream().anyMatch(it -> it.name().equals("occurred_at"))) {
            put(values, "occurred_at", text(instant(row, "occurred_at")));
        }
        return new Stored(
                row.getString("source_id"),
                values,
                instant(row, "told_at"),
                instant(row, "deleted_at"),
                row.getObject("content", UUID.class));
    }

    private static void put(Map<String, String> values, String column, @Nullable String value) {
        if (value != null) {
            values.put(column, value);
        }
    }

    private static @Nullable String value(ResultSet row, RecordColumn column) throws SQLException {
        var name = column.name();
        return switch (column.type()) {
            case INSTANT -> text(instant(row, name));
            case NUMBER, MONEY -> plain(row.getBigDecimal(name));
            case BOOLEAN -> row.getString(name) == null ? null : "" + row.getBoolean(name);
            case ID, TEXT, WORD, VERB, QUARTER, REFERENCE, CURRENCY, COUNTRY, DOMAIN ->
                    text(row, name);
            case INTEGER, DATE, MONTHLY_AMOUNT, MONTHLY_LIST_AMOUNT -> text(row, name);
        };
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : Numbers.number(number.toPlainString());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// Puts what a source calls a record in the place of our id of it.
    private void tellReferences(List<Stored> batch) {
        for (var column : table.stored()) {
            var refers = column.refers();
            if (refers == null) {
                continue;
            }
            var named = new HashSet<String>();
            batch.forEach(it -> named.addAll(ids(it.values().get(column.name()))));
            var known = new References(session).of(refers, named);
            for (var row : batch) {
                row.values().computeIfPresent(column.name(), (_, ids) -> told(ids, known));
            }
        }
    }

    private static Set<String> ids(@Nullable String text) {
        return text == null ? Set.of() : Set.of(text.split(MANY));
    }

    /// What nobody ever named keeps our id: it is from before names were kept.
    private String told(String ids, Map<String, Reference> known) {
        return Arrays.stream(ids.split(MANY))
                .map(it -> known.containsKey(it) ? known.get(it).textIn(source) : it)
                .collect(Collectors.joining(MANY));
    }
}
