package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which source is believed first for a field of a table, as decided at a time. Where nothing is
/// decided, the source that knew the record first is.
public final class SourceOrders {

    private static final String ANY = "*";

    private SourceOrders() {}

    /// The decisions that are in force, by table and field, as `account.name`.
    public static Map<String, List<String>> now(Session session) {
        return at(session, "infinity");
    }

    static Map<String, List<String>> at(Session session, String known) {
        var orders = new HashMap<String, List<String>>();
        session.sql()
                .sql(
                        """
                        select table_name, field, sources from customer.precedence
                        where recorded_at <= cast(:known as timestamptz)
                        and (superseded_at is null or superseded_at > cast(:known as timestamptz))
                        """)
                .param("known", known)
                .query((ResultSet row) -> {
                    var sources = List.of((String[]) row.getArray("sources").getArray());
                    orders.put(key(row.getString("table_name"), row.getString("field")), sources);
                });
        return Map.copyOf(orders);
    }

    /// The order for a field: its own, else that of its table, else none.
    public static List<String> of(Map<String, List<String>> orders, String table, String field) {
        var own = orders.getOrDefault(key(table, field), List.of());
        return own.isEmpty() ? orders.getOrDefault(key(table, ANY), List.of()) : own;
    }

    private static String key(String table, String field) {
        return table + "." + field;
    }
}
