package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the records say now that they did not say at a mark: field by field, the largest first.
final class Changes {

    /// More than anybody reads.
    private static final int TOLD_MAX = 50;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String AMOUNT = "monthly_amount";
    private static final String SUBSCRIPTIONS = "subscription_segment";

    /// A changed record, and by how much its numbers moved against what they were.
    private record Moved(Trial.Change change, BigDecimal by) {}

    /// What changed, and the amounts among it that changed by more than half.
    record Told(List<Trial.Change> changes, List<Trial.Jump> jumps) {}

    private final RecordTables tables;
    private final Map<String, Long> marks = new HashMap<>();
    private final PriorityQueue<Moved> largest =
            new PriorityQueue<>(Comparator.comparing(Moved::by));
    private final List<Trial.Jump> jumps = new ArrayList<>();

    Changes(RecordTables tables) {
        this.tables = tables;
    }

    /// Remembers where each table ends.
    void mark(Session session) {
        for (var table : tables.all()) {
            if (table.place() == RecordTable.Place.POSTGRES) {
                marks.put(
                        table.name(),
                        session.sql()
                                .sql("select coalesce(max(version), 0) from " + table.sqlName())
                                .query(Long.class)
                                .single());
            }
        }
    }

    Told of(Session session, Collection<String> names) {
        names.stream().filter(marks::containsKey).forEach(it -> read(session, tables.table(it)));
        var told =
                largest.stream()
                        .sorted(Comparator.comparing(Moved::by).reversed())
                        .map(Moved::change)
                        .toList();
        return new Told(told, List.copyOf(jumps));
    }

    /// A record that was told twice since the mark counts as it stands in the end.
    private void read(Session session, RecordTable table) {
        long mark = marks.getOrDefault(table.name(), 0L);
        session.sql()
                .sql(
                        """
                        select new.source_id, to_jsonb(old), to_jsonb(new), %s
                        from %2$s new
                        join lateral (
                            select * from %2$s old
                            where old.workspace_id = new.workspace_id
                              and old.source_system = new.source_system
                              and old.source_id = new.source_id and old.version <= ?
                            order by old.version desc limit 1
                        ) old on old.deleted_at is null
                        where new.version > ? and new.superseded_at is null
                        """
                                .formatted(title(table), table.sqlName()))
                .params(mark, mark)
                .query(row -> {
                    see(
                            table,
                            new Pair(
                                    row.getString(1),
                                    row.getString(4),
                                    JSON.readTree(row.getString(2)),
                                    JSON.readTree(row.getString(3))));
                });
    }

    private static String title(RecordTable table) {
        if (table.columns().stream().anyMatch(it -> it.name().equals("name"))) {
            return "coalesce(new.name, new.source_id)";
        }
        if (table.columns().stream().anyMatch(it -> "account".equals(it.refers()))) {
            return """
            coalesce((select account.name from customer.account
                where account.workspace_id = new.workspace_id and account.id = new.account_id
                  and account.superseded_at is null limit 1), new.source_id)
            """;
        }
        return "new.source_id";
    }

    /// One record before and after.
    private record Pair(String id, String title, JsonNode before, JsonNode after) {

        BigDecimal number(JsonNode side, String field) {
            var value = side.path(field);
            return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
        }

        /// By what part of itself a number changed.
        BigDecimal moved(String field) {
            var from = number(before, field);
            var by = number(after, field).subtract(from).abs();
            return by.divide(from.abs().max(BigDecimal.ONE), 6, RoundingMode.HALF_UP);
        }
    }

    private void see(RecordTable table, Pair pair) {
        var fields = new ArrayList<Trial.FieldChange>();
        var by = BigDecimal.ZERO;
        for (var column : table.stored()) {
            var name = column.name();
            if (column.refers() == null && !pair.before.path(name).equals(pair.after.path(name))) {
                fields.add(
                        new Trial.FieldChange(
                                name, text(pair.before.path(name)), text(pair.after.path(name))));
                by = by.max(pair.moved(name));
            }
        }
        if (fields.isEmpty()) {
            return;
        }
        largest.add(new Moved(new Trial.Change(table.name(), pair.id, pair.title, fields), by));
        if (largest.size() > TOLD_MAX) {
            largest.poll();
        }
        if (table.name().equals(SUBSCRIPTIONS) && pair.moved(AMOUNT).compareTo(HALF) > 0) {
            jumps.add(
                    new Trial.Jump(
                            pair.id,
                            pair.title,
                            amount(pair.number(pair.before, AMOUNT)),
                            amount(pair.number(pair.after, AMOUNT))));
        }
    }

    private static String amount(BigDecimal amount) {
        return "%,.2f".formatted(amount);
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }
}
